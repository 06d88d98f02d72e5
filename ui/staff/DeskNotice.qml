// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Madoguchi.Controls

/// Something about the terminal that stays until it is mended: a sentence, and what belongs to it below.
Rectangle {
    id: notice

    required property string text
    property string more

    implicitHeight: words.height + Style.gap
    radius: Style.radiusSmall
    color: Style.stopWash
    border.width: 1
    border.color: Style.stop
    Accessible.role: Accessible.AlertMessage
    Accessible.name: text

    Icon {
        id: icon
        x: Style.gap
        anchors.verticalCenter: parent.verticalCenter
        path: Icons.attention
        size: 24
        ink: Style.stop
    }

    Column {
        id: words
        anchors.left: icon.right
        anchors.right: parent.right
        anchors.leftMargin: Style.gap
        anchors.rightMargin: Style.gap
        anchors.verticalCenter: parent.verticalCenter

        Words {
            width: parent.width
            text: notice.text
            color: Style.stop
            font.pixelSize: 18
            font.weight: Font.Bold
        }

        Words {
            width: parent.width
            visible: text !== ""
            text: notice.more
            font.pixelSize: 15
        }
    }
}
