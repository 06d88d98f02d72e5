// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Madoguchi.Bridge

/// A large answer with its picture, its word and one line of what it means. `level` puts the picture at the left
/// instead of above.
TouchButton {
    id: tile

    property Phrase hint
    property bool level: false

    readonly property int alignment: level ? Text.AlignLeft : Text.AlignHCenter

    padding: Style.gap

    contentItem: Item {
        implicitHeight: grid.implicitHeight

        GridLayout {
            id: grid
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width
            columns: tile.level ? 2 : 1
            columnSpacing: Style.gapLarge
            rowSpacing: Style.gap / 2

            Rectangle {
                Layout.alignment: Qt.AlignCenter
                implicitWidth: Style.answerTarget
                implicitHeight: Style.answerTarget
                radius: width / 2
                color: Style.pictureGround
                border.width: Style.highContrast ? 2 : 0
                border.color: Style.pictureInk

                Icon {
                    anchors.centerIn: parent
                    path: tile.iconPath
                    size: parent.width * 0.6
                    ink: Style.pictureInk
                }
            }

            Column {
                Layout.fillWidth: true

                Words {
                    width: parent.width
                    text: tile.level ? tile.text.replace("\n", "") : tile.text
                    color: tile.ink
                    font.pixelSize: tile.fontSize
                    font.weight: Font.Bold
                    horizontalAlignment: tile.alignment
                    Accessible.ignored: true
                }

                SecondLine {
                    width: parent.width
                    text: tile.second.replace("\n", "")
                    color: tile.down ? tile.ink : Style.inkSoft
                    font.pixelSize: tile.secondSize
                    horizontalAlignment: tile.alignment
                    Accessible.ignored: true
                }

                Words {
                    width: parent.width
                    topPadding: Style.gap / 2
                    visible: text !== "" && Style.bothLanguages
                    text: tile.hint ? tile.hint.text : ""
                    color: tile.down ? tile.ink : Style.ink
                    font.pixelSize: Style.second
                    horizontalAlignment: tile.alignment
                    Accessible.ignored: true
                }
            }
        }
    }
}
