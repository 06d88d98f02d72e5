// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Madoguchi.Bridge

/// What a screen is about. Takes the focus when the screen appears, so that a screen reader begins here.
Item {
    id: heading

    property Phrase phrase
    property string text: phrase ? phrase.text : ""
    property string second: phrase ? phrase.second : ""
    property int size: Style.heading
    property int alignment: Text.AlignLeft

    implicitHeight: words.implicitHeight + (below.visible ? below.implicitHeight : 0)
    Accessible.role: Accessible.Heading
    Accessible.name: text.replace("\n", " ")
    Accessible.focusable: true

    Words {
        id: words
        width: heading.width
        text: heading.text
        font.pixelSize: heading.size
        font.weight: Font.Bold
        horizontalAlignment: heading.alignment
        Accessible.ignored: true
    }

    SecondLine {
        id: below
        y: words.implicitHeight
        width: heading.width
        text: heading.second.replace("\n", " ")
        font.pixelSize: Math.max(Style.second, heading.size * 0.5)
        horizontalAlignment: heading.alignment
    }
}
