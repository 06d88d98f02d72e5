// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Madoguchi.Controls

/// Whether this patient is booked, and what the clinic's list said of them: a sign and words in a frame.
Rectangle {
    id: flag

    required property RowWords words
    property bool signSeen: true

    readonly property color ink: words.flagFine ? Style.fine : Style.attention

    visible: words.flagged
    implicitWidth: inside.width + 16
    implicitHeight: 24
    radius: Style.radiusSmall
    color: Style.ground
    border.width: 1
    border.color: ink

    Row {
        id: inside
        anchors.centerIn: parent
        spacing: 4

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            opacity: flag.signSeen ? 1 : 0 // its place stays
            path: flag.words.flagFine ? Icons.check : Icons.attention
            size: 14
            weight: 2.5
            ink: flag.ink
        }

        Words {
            anchors.verticalCenter: parent.verticalCenter
            text: flag.words.flag ? flag.words.flag.text : ""
            color: flag.ink
            font.pixelSize: 14
            wrapMode: Text.NoWrap
        }
    }
}
