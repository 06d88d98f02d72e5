// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T
import Madoguchi.Controls

/// One line to type in, its name above and what is to be said about it below: a sign, words, and a colour.
Item {
    id: entry

    required property string label
    required property string text
    property string hint
    property bool wrong: false
    property bool good: false

    readonly property alias input: line

    signal edited(string text)

    implicitHeight: column.height

    Column {
        id: column
        width: parent.width
        spacing: Style.focusWidth + 4 // the ring around the line touches neither name nor hint

        Words {
            width: parent.width
            wrapMode: Text.NoWrap
            text: entry.label
            font.pixelSize: 15
            font.weight: Font.Bold
            color: Style.inkSoft
        }

        T.TextField {
            id: line
            width: parent.width
            implicitHeight: 42
            leftPadding: 12
            rightPadding: 36
            verticalAlignment: TextInput.AlignVCenter
            text: entry.text
            font.family: Style.family
            font.pixelSize: 20
            color: Style.ink
            selectByMouse: true
            inputMethodHints: Qt.ImhNoPredictiveText | Qt.ImhSensitiveData
            maximumLength: 40
            Accessible.role: Accessible.EditableText
            Accessible.name: entry.label
            Accessible.description: entry.hint
            onTextEdited: {
                entry.edited(text);
                if (text !== entry.text) // refused and wiped
                    text = entry.text;
            }

            background: Rectangle {
                radius: Style.radiusSmall
                color: Style.ground
                border.width: line.activeFocus ? 3 : 2
                border.color: entry.wrong ? Style.stop : line.activeFocus ? Style.action : Style.quiet

                FocusRing {
                    control: parent
                    visible: line.activeFocus
                }

                Icon {
                    anchors.right: parent.right
                    anchors.rightMargin: 10
                    anchors.verticalCenter: parent.verticalCenter
                    visible: entry.wrong || entry.good
                    path: entry.wrong ? Icons.attention : Icons.check
                    size: 20
                    ink: entry.wrong ? Style.stop : Style.fine
                }
            }
        }

        Words {
            width: parent.width
            visible: text !== ""
            text: entry.hint
            font.pixelSize: 14
            font.weight: entry.wrong ? Font.Bold : Font.Normal
            color: entry.wrong ? Style.stop : Style.inkSoft
        }
    }
}
