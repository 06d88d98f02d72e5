// SPDX-License-Identifier: Apache-2.0
import QtQuick

/// "More time", with the ring that says how much is left.
FootButton {
    id: more

    required property int secondsLeft

    contentItem: Item {
        implicitHeight: ring.implicitHeight

        Countdown {
            id: ring
            anchors.verticalCenter: parent.verticalCenter
            secondsLeft: more.secondsLeft
            ink: more.ink
        }

        ButtonFace {
            anchors.fill: parent
            anchors.leftMargin: ring.width + 4
            text: more.text
            second: more.second
            iconPath: ""
            ink: more.ink
            secondInk: more.down ? more.ink : Style.inkSoft
            fontSize: more.fontSize
            secondSize: more.secondSize
            lines: text.includes("\n") ? 2 : 1
        }
    }
}
