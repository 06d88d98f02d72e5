// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Madoguchi.Bridge

/// A short paragraph and the same in the other language. Where larger text finds no room it becomes as large as it
/// can, never cut.
Item {
    id: body

    property Phrase phrase
    property string text: phrase ? phrase.text : ""
    property string second: phrase ? phrase.second : ""
    property int size: Style.body
    property int alignment: Text.AlignLeft

    readonly property int secondHeight: below.visible ? below.implicitHeight : 0

    implicitHeight: Math.ceil(measure.contentHeight) + secondHeight
    Layout.fillHeight: true
    Layout.maximumHeight: implicitHeight

    Words {
        id: measure
        width: body.width
        text: body.text
        font.pixelSize: body.size
        visible: false
    }

    Words {
        id: words
        width: body.width
        height: body.height - body.secondHeight
        text: body.text
        font.pixelSize: body.size
        fontSizeMode: Text.Fit
        minimumPixelSize: Style.smallest
        horizontalAlignment: body.alignment
    }

    SecondLine {
        id: below
        anchors.bottom: body.bottom
        width: body.width
        text: body.second.replace("\n", " ")
        horizontalAlignment: body.alignment
    }
}
