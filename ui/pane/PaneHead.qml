// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Madoguchi.Bridge
import Madoguchi.Controls
import Madoguchi.Staff

/// Who, where the visit stands, and the two buttons that are always there.
Rectangle {
    id: head

    required property string title
    required property string stageWords

    signal closeWanted

    implicitHeight: 76
    color: Style.action

    Column {
        x: 24
        anchors.verticalCenter: parent.verticalCenter
        width: parent.width - 2 * x - 330

        Words {
            width: parent.width
            text: head.title
            wrapMode: Text.NoWrap
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: 16
            color: Style.actionInk
            font.pixelSize: 26
            font.weight: Font.Bold
        }

        Words {
            width: parent.width
            text: head.stageWords
            color: Style.actionInk
            font.pixelSize: 16
        }
    }

    Row {
        anchors.right: parent.right
        anchors.rightMargin: Style.gap
        anchors.verticalCenter: parent.verticalCenter
        spacing: 12

        DeskButton {
            width: 150
            text: Languages.ownName(Languages.after(Texts.language)) + " F10"
            onClicked: Texts.language = Languages.after(Texts.language)
        }

        DeskButton {
            width: 150
            text: Texts.close.text
            onClicked: head.closeWanted()
        }
    }
}
