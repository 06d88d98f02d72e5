// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Madoguchi.Controls
import Madoguchi.DeskModels

/// The staff's board: every visit as a row, whoever needs somebody first, and the chosen one at the right. Arrows
/// choose, Enter opens, F8 ends, F10 changes the language.
FocusScope {
    id: view

    required property BoardModel board
    property date now: new Date()

    focus: true
    Keys.onUpPressed: board.choosePrevious()
    Keys.onDownPressed: board.chooseNext()
    Keys.onReturnPressed: board.open()
    Keys.onEnterPressed: board.open()
    Keys.onPressed: event => {
        if (event.key === Qt.Key_F8)
            board.end();
        else if (event.key === Qt.Key_F10)
            Texts.english = !Texts.english;
        else
            return;
        event.accepted = true;
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
            visible: more !== ""
            text: Texts.findings.text
            more: Texts.english ? view.board.findingsEn : view.board.findingsJa
        }
    }

    ListView {
        id: list
        anchors.top: notices.bottom
        anchors.bottom: foot.top
        anchors.left: parent.left
        anchors.right: side.left
        anchors.margins: Style.gap
        anchors.topMargin: 10
        clip: true
        spacing: 8
        model: view.board.rows
        boundsBehavior: Flickable.StopAtBounds
        onModelChanged: positionViewAtIndex(view.board.chosenIndex, ListView.Contain)
        Accessible.role: Accessible.List

        delegate: RowCard {
            required property DeskRow modelData

            width: list.width
            row: modelData
            chosen: modelData === view.board.chosen
            onPicked: view.board.choose(modelData)
            onOpened: view.board.open()
        }
    }

    Words {
        anchors.centerIn: list
        visible: view.board.connected && list.count === 0
        horizontalAlignment: Text.AlignHCenter
        text: Texts.nobody.text
        color: Style.inkSoft
        font.pixelSize: 21
    }

    Loader {
        id: side
        anchors.top: list.top
        anchors.bottom: parent.bottom
        anchors.right: parent.right
        anchors.rightMargin: Style.gap
        anchors.bottomMargin: Style.gap
        width: Math.min(560, view.width * 0.37)
        active: view.board.chosen !== null
        sourceComponent: RowDetail {
            board: view.board
            row: view.board.chosen
        }
    }

    Words {
        id: foot
        anchors.left: parent.left
        anchors.bottom: parent.bottom
        anchors.margins: Style.gap
        text: Texts.noPersonal.text
        wrapMode: Text.NoWrap
        color: Style.inkSoft
        font.pixelSize: 14
    }

    Timer {
        running: true
        repeat: true
        interval: 1000
        onTriggered: view.now = new Date()
    }
}
