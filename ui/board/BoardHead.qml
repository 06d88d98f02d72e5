// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Madoguchi.Bridge
import Madoguchi.Controls
import Madoguchi.Staff
import Madoguchi.Board

/// What this window is, what time it is, and how the terminal is.
Rectangle {
    id: head

    required property BoardModel board
    required property date now

    readonly property Phrase terminal: !board.connected ? Texts.terminalLost : !board.inService ? Texts.terminalStarting
        : board.waiting ? Texts.terminalReady : Texts.terminalBusy

    implicitHeight: 72
    color: Style.action

    Row {
        id: front
        x: 24
        anchors.verticalCenter: parent.verticalCenter
        spacing: Style.gapLarge

        Words {
            anchors.verticalCenter: parent.verticalCenter
            text: Texts.boardTitle.text
            wrapMode: Text.NoWrap
            color: Style.actionInk
            font.pixelSize: 26
            font.weight: Font.Bold
        }

        Words {
            anchors.verticalCenter: parent.verticalCenter
            text: (Qt.formatDate(head.now, Texts.headDay.text)) + "　"
                + Qt.formatTime(head.now, "h:mm")
            wrapMode: Text.NoWrap
            color: Style.actionInk
            font.pixelSize: 19
        }

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            path: head.board.connected ? Icons.check : Icons.attention
            size: 22
            weight: 3
            ink: Style.actionInk
        }
    }

    // Up to three terminals have names of their own length.
    Words {
        anchors.left: front.right
        anchors.right: buttons.left
        anchors.margins: Style.gap
        anchors.verticalCenter: parent.verticalCenter
        height: 56
        verticalAlignment: Text.AlignVCenter
        text: (head.board.terminal === "" ? "" : head.board.terminal + "  ") + head.terminal.text
        color: Style.actionInk
        font.pixelSize: 19
        fontSizeMode: Text.Fit
        minimumPixelSize: 12
    }

    Row {
        id: buttons
        anchors.right: parent.right
        anchors.rightMargin: Style.gap
        anchors.verticalCenter: parent.verticalCenter
        spacing: 12

        DeskButton {
            visible: head.board.seesRows
            enabled: head.board.waiting && head.board.mayOpen
            width: 150
            text: Texts.byNumber.text
            key: "F2"
            onClicked: head.board.queryByNumber()
        }

        DeskButton {
            visible: head.board.session === BoardModel.Open
            width: 170
            text: Texts.lock.text
            key: head.board.staff + " F12"
            onClicked: head.board.lock()
        }

        DeskButton {
            width: 150
            fontSize: 18
            text: Languages.ownName(Languages.after(Texts.language)) + " F10"
            second: ""
            onClicked: Texts.language = Languages.after(Texts.language)
        }
    }
}
