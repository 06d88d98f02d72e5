// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Madoguchi.Bridge

/// The line to the central system: a light and the word for it.
Row {
    id: light

    required property bool up
    required property Phrase upPhrase
    required property Phrase downPhrase

    readonly property Phrase phrase: up ? upPhrase : downPhrase

    spacing: Style.gap / 2
    Accessible.role: Accessible.StaticText
    Accessible.name: phrase.text

    Icon {
        anchors.verticalCenter: parent.verticalCenter
        path: light.up ? Icons.check : Icons.attention
        size: Style.head
        weight: 2.5
        ink: light.up ? Style.fine : Style.stop
    }

    Words {
        anchors.verticalCenter: parent.verticalCenter
        text: light.phrase.text
        wrapMode: Text.NoWrap
        color: light.up ? Style.fine : Style.stop
        font.pixelSize: Style.headSmall
        Accessible.ignored: true
    }
}
