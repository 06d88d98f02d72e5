// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Madoguchi.Controls
import Madoguchi.Staff
import Madoguchi.Board

/// An administrator sees no patient: the terminal's notices above, and a colleague who may try again.
FocusScope {
    id: page

    required property BoardModel board

    onActiveFocusChanged: if (activeFocus && !name.activeFocus)
        name.take()

    Column {
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.top: parent.top
        anchors.topMargin: 48
        width: Math.min(parent.width - 48, 640)
        spacing: 18

        Words {
            width: parent.width
            text: Texts.administratorTitle.text
            font.pixelSize: 30
            font.weight: Font.Bold
        }

        Words {
            width: parent.width
            text: Texts.administratorHint.text
            color: Style.inkSoft
            font.pixelSize: 18
        }

        DeskProblemWords {
            width: parent.width
            board: page.board
        }

        DeskField {
            id: name
            width: parent.width
            label: Texts.releaseName.text
            maximumLength: 32
            onAccepted: release.clicked()
        }

        DeskButton {
            id: release
            width: parent.width
            enabled: name.text !== ""
            text: Texts.release.text
            key: "Enter"
            onClicked: {
                page.board.release(name.text);
                name.text = "";
            }
        }
    }
}
