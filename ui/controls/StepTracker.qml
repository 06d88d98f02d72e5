// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Madoguchi.Bridge

/// Where in the visit we are: done (tick), now (filled), still to come.
Row {
    id: tracker

    /// The names of the steps in order.
    required property list<Phrase> steps
    /// Index of the step that is going on.
    required property int current
    property int size: 38

    readonly property int named: Math.min(current, steps.length - 1)

    spacing: Style.gap / 2
    Accessible.role: Accessible.StaticText
    Accessible.name: named < 0 ? "" : (named + 1) + " / " + steps.length + " " + steps[named].text

    Repeater {
        model: tracker.steps.length

        Row {
            id: step

            required property int index
            readonly property bool done: index < tracker.current
            readonly property bool now: index === tracker.current

            spacing: Style.gap / 2

            Rectangle {
                anchors.verticalCenter: parent.verticalCenter
                visible: step.index > 0
                width: 20
                height: Style.border
                color: step.done || step.now ? Style.fine : Style.quiet
            }

            Rectangle {
                width: tracker.size
                height: tracker.size
                radius: width / 2
                color: step.done ? Style.fine : step.now ? Style.action : Style.ground
                border.width: 2
                border.color: step.done ? Style.fine : step.now ? Style.action : Style.quiet

                Icon {
                    anchors.centerIn: parent
                    visible: step.done
                    path: Icons.check
                    size: parent.width * 0.6
                    weight: 3
                    ink: Style.actionInk
                }

                Words {
                    anchors.centerIn: parent
                    visible: !step.done
                    text: step.index + 1
                    color: step.now ? Style.actionInk : Style.inkSoft
                    font.pixelSize: 20
                    font.weight: Font.Bold
                    Accessible.ignored: true
                }
            }

            Words {
                anchors.verticalCenter: parent.verticalCenter
                text: tracker.steps[step.index].text
                wrapMode: Text.NoWrap
                color: step.now ? Style.ink : Style.inkSoft
                font.pixelSize: Style.headSmall
                font.weight: step.now ? Font.Bold : Font.Normal
                Accessible.ignored: true
            }
        }
    }
}
