// SPDX-License-Identifier: Apache-2.0
import QtQuick

/// What stands on a button: a word, the word in the other language below it, and perhaps an icon at the left.
/// Words that do not fit become smaller, never cut.
Item {
    id: face

    required property string text
    required property string second
    required property string iconPath
    required property color ink
    required property color secondInk
    required property int fontSize
    required property int secondSize
    required property int lines

    readonly property int iconSize: fontSize * 0.7
    readonly property int indent: iconPath === "" ? 0 : iconSize + 6
    readonly property int belowHeight: below.visible ? below.implicitHeight : 0

    implicitWidth: Math.ceil(measure.implicitWidth) + indent
    implicitHeight: Math.ceil(measure.contentHeight) + belowHeight

    Words { // as large as it would like to be
        id: measure
        width: face.width > 0 ? words.width : implicitWidth
        text: face.text
        font.pixelSize: face.fontSize
        font.weight: Font.Bold
        wrapMode: words.wrapMode
        visible: false
    }

    Icon {
        anchors.verticalCenter: parent.verticalCenter
        visible: face.iconPath !== ""
        path: face.iconPath
        size: face.iconSize
        weight: 3
        ink: face.ink
    }

    Words {
        id: words
        x: face.indent
        y: Math.max(0, (face.height - contentHeight - face.belowHeight) / 2)
        width: face.width - face.indent
        height: face.height - face.belowHeight
        text: face.text
        color: face.ink
        font.pixelSize: face.fontSize
        font.weight: Font.Bold
        horizontalAlignment: Text.AlignHCenter
        wrapMode: face.lines === 1 ? Text.NoWrap : Text.Wrap
        maximumLineCount: face.lines
        fontSizeMode: face.lines === 1 ? Text.HorizontalFit : Text.Fit
        minimumPixelSize: Style.smallest
        Accessible.ignored: true
    }

    SecondLine {
        id: below
        x: face.indent
        y: words.y + words.contentHeight
        width: words.width
        text: face.second.replace("\n", " ")
        color: face.secondInk
        font.pixelSize: face.secondSize
        horizontalAlignment: Text.AlignHCenter
        maximumLineCount: 1
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Style.smallest
        Accessible.ignored: true
    }
}
