// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Madoguchi.Bridge
import Madoguchi.Controls
import Madoguchi.Staff
import Madoguchi.Board

/// The staff's window: whoever sits here signs in, then it is the board. A screen that may not be seen is not there,
/// rather than covered. F10 changes the language, F12 locks.
FocusScope {
    id: view

    required property BoardModel board
    property date now: new Date()

    readonly property bool open: board.session === BoardModel.Open

    focus: true
    Keys.onPressed: event => {
        board.touched();
        event.accepted = true;
        if (event.key === Qt.Key_F10)
            Texts.language = Languages.after(Texts.language);
        else if (event.key === Qt.Key_F12)
            board.lock();
        else
            event.accepted = false;
    }

    Rectangle {
        anchors.fill: parent
        color: Style.ground
    }

    BoardHead {
        id: head
        width: parent.width
        board: view.board
        now: view.now
    }

    PracticeStrip {
        id: band
        anchors.top: head.bottom
        width: parent.width
        height: visible ? implicitHeight : 0
        visible: view.board.practice
    }

    Column {
        id: notices
        anchors.top: band.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: Style.gap
        anchors.topMargin: 10
        spacing: 8

        DeskNotice {
            width: parent.width
            visible: !view.board.seesRows && (view.board.helpCalled || view.board.cardLeft)
            text: (view.board.cardLeft ? Texts.lockedCardLeft : Texts.lockedHelp).text
                + (view.board.callTerminal === "" ? "" : "　" + view.board.callTerminal)
            more: Texts.lockedCallAdvice.text
        }

        DeskNotice {
            width: parent.width
            visible: !view.board.connected
            text: Texts.terminalLost.text
            more: Texts.lostAdvice.text
        }

        DeskNotice {
            width: parent.width
            visible: view.board.auditFailing
            text: Texts.auditFailing.text
        }

        DeskNotice {
            width: parent.width
            visible: view.board.sealBroken
            text: Texts.sealBroken.text
            more: Texts.sealBrokenAdvice.text
        }

        DeskNotice {
            width: parent.width
            visible: more !== ""
            text: Texts.findings.text
            more: view.board.findings.in(Texts.language)
        }
    }

    Loader {
        anchors.top: notices.bottom
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.topMargin: 10
        focus: true
        sourceComponent: view.open ? (view.board.seesRows ? rows : administrator)
            : view.board.pinSet && view.board.staff !== "" ? lock : signIn
        onLoaded: (item as Item).forceActiveFocus()
    }

    Component {
        id: rows

        BoardPage {
            board: view.board
        }
    }

    Component {
        id: administrator

        AdministratorPage {
            board: view.board
        }
    }

    Component {
        id: lock

        LockPage {
            board: view.board
        }
    }

    Component {
        id: signIn

        SignInPage {
            board: view.board
        }
    }

    Timer {
        running: true
        repeat: true
        interval: 1000
        onTriggered: view.now = new Date()
    }
}
