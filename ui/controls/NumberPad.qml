// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Madoguchi.Bridge

/// Ten keys in the order of a telephone, with "one back" and "all away". Fixed places: hands remember them.
GridLayout {
    id: pad

    property Phrase backPhrase
    property Phrase clearPhrase
    property bool live: true

    signal digit(int value)
    signal back
    signal clear

    columns: 3
    columnSpacing: Style.gap
    rowSpacing: Style.gap

    component Key: TouchButton {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.minimumHeight: Style.answerTarget
        Layout.preferredWidth: 140
        enabled: pad.live
        fontSize: Style.digit
        padding: 0
    }

    Repeater {
        model: 9

        Key {
            required property int index
            text: index + 1
            onClicked: pad.digit(index + 1)
        }
    }

    Key {
        phrase: pad.clearPhrase
        fontSize: Style.second
        secondSize: Style.footSecond
        onClicked: pad.clear()
    }

    Key {
        text: "0"
        onClicked: pad.digit(0)
    }

    Key {
        phrase: pad.backPhrase
        fontSize: Style.second
        secondSize: Style.footSecond
        onClicked: pad.back()
    }
}
