// SPDX-License-Identifier: Apache-2.0
import QtQuick

/// Three dots that take turns: something is going on. Still, and all dark, when motion is off.
Row {
    id: waiting

    property int size: 28
    property int turn: 0

    spacing: size * 0.8
    Accessible.ignored: true

    Timer {
        running: waiting.visible && Style.motion
        interval: 2 * Style.calm
        repeat: true
        onTriggered: waiting.turn = (waiting.turn + 1) % 3
    }

    Repeater {
        model: 3

        Rectangle {
            required property int index
            width: waiting.size
            height: width
            radius: width / 2
            color: Style.action
            opacity: !Style.motion || index === waiting.turn ? 1 : 0.25

            Behavior on opacity {
                NumberAnimation { duration: Style.calm }
            }
        }
    }
}
