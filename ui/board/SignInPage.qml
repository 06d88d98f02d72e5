// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Madoguchi.Controls
import Madoguchi.Staff
import Madoguchi.Board

/// Who sits here: name, password, and the six digits of the second factor. Tab goes on, Enter signs in.
FocusScope {
    id: page

    required property BoardModel board

    readonly property bool checking: board.session === BoardModel.Checking

    function send() {
        if (name.text === "" || password.text === "" || checking)
            return;
        board.signIn(name.text, password.text, code.text);
        password.text = "";
        code.text = "";
    }

    onActiveFocusChanged: if (activeFocus && !name.activeFocus && !password.activeFocus && !code.activeFocus)
        name.take()

    Column {
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.top: parent.top
        anchors.topMargin: 20
        width: Math.min(parent.width - 48, 640)
        spacing: 14

        Words {
            width: parent.width
            text: Texts.signInTitle.text + (page.board.signInTerminal === "" ? "" : "　" + page.board.signInTerminal)
            font.pixelSize: 30
            font.weight: Font.Bold
        }

        DeskProblemWords {
            width: parent.width
            board: page.board
        }

        DeskField {
            id: name
            width: parent.width
            label: Texts.staffName.text
            maximumLength: 32
            onAccepted: password.take()
        }

        Row {
            width: parent.width
            spacing: Style.gap

            DeskField {
                id: password
                width: (parent.width - Style.gap) * 0.62
                label: Texts.password.text
                secret: true
                maximumLength: 128
                onAccepted: code.take()
            }

            DeskField {
                id: code
                width: (parent.width - Style.gap) * 0.38
                label: Texts.secondFactor.text
                digitsOnly: true
                maximumLength: 8
                onAccepted: page.send()
            }
        }

        DeskButton {
            width: parent.width
            primary: true
            enabled: name.text !== "" && password.text !== "" && !page.checking && page.board.connected
            text: page.checking ? Texts.checking.text : Texts.signIn.text
            key: "Enter"
            onClicked: page.send()
        }

        Words {
            width: parent.width
            text: Texts.emergencyHint.text
            color: Style.inkSoft
            font.pixelSize: 16
        }

        Words {
            width: parent.width
            visible: page.board.practice
            text: Texts.practiceStaff.text
            color: Style.inkSoft
            font.pixelSize: 16
        }
    }
}
