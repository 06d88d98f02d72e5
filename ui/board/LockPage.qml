// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Madoguchi.Controls
import Madoguchi.Staff
import Madoguchi.Board

/// The desk is locked: the PIN of whoever is signed in brings it back, Esc gives it to somebody else.
FocusScope {
    id: page

    required property BoardModel board

    readonly property bool checking: board.session === BoardModel.Checking

    function send() {
        if (pin.text === "" || checking)
            return;
        board.unlock(pin.text);
        pin.text = "";
    }

    onActiveFocusChanged: if (activeFocus && !pin.activeFocus)
        pin.take()
    Keys.onEscapePressed: board.signOut()

    Column {
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.top: parent.top
        anchors.topMargin: 48
        width: Math.min(parent.width - 48, 560)
        spacing: 18

        Words {
            width: parent.width
            text: Texts.lockedTitle.text
            font.pixelSize: 30
            font.weight: Font.Bold
        }

        Words {
            width: parent.width
            text: page.board.staff
            font.pixelSize: 24
        }

        DeskProblemWords {
            width: parent.width
            board: page.board
        }

        DeskField {
            id: pin
            width: parent.width
            label: Texts.pin.text
            secret: true
            digitsOnly: true
            maximumLength: 8
            onAccepted: page.send()
        }

        DeskButton {
            width: parent.width
            primary: true
            enabled: pin.text !== "" && !page.checking
            text: page.checking ? Texts.checking.text : Texts.unlock.text
            key: "Enter"
            onClicked: page.send()
        }

        DeskButton {
            width: parent.width
            text: Texts.somebodyElse.text
            key: "Esc"
            onClicked: page.board.signOut()
        }
    }
}
