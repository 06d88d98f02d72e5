// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T
import Madoguchi.Bridge

/// What all buttons share: outline or fill, two lines, keys, focus ring, and its name for a screen reader.
T.Button {
    id: button

    property Phrase phrase
    property string second: phrase ? phrase.second : ""
    property string iconPath
    property bool primary: false
    property int fontSize: Style.answer
    property int secondSize: Style.small
    property int lines: 2

    readonly property bool filled: primary || checked
    readonly property color ink: filled ? Style.actionInk : down ? Style.actionInk : Style.action

    text: phrase ? phrase.text : ""
    implicitHeight: Math.max(Style.answerTarget, contentItem.implicitHeight + topPadding + bottomPadding)
    implicitWidth: contentItem.implicitWidth + leftPadding + rightPadding
    padding: Style.gap / 2
    leftPadding: Style.gap
    rightPadding: Style.gap
    focusPolicy: Qt.StrongFocus
    font.family: Style.family
    font.pixelSize: fontSize
    font.weight: Font.Bold

    Accessible.role: Accessible.Button
    Accessible.name: text.replace("\n", "")
    Accessible.description: second
    Accessible.onPressAction: button.clicked()

    Keys.onReturnPressed: button.clicked()
    Keys.onEnterPressed: button.clicked()

    opacity: enabled ? 1 : 0.4

    background: Rectangle {
        radius: Style.radius
        color: button.down ? Style.actionPressed : button.filled ? Style.action : Style.ground
        border.width: Style.border
        border.color: button.down ? Style.actionPressed : Style.action

        FocusRing {
            control: parent
            visible: button.visualFocus
        }
    }

    contentItem: ButtonFace {
        text: button.text
        second: button.second
        iconPath: button.iconPath
        ink: button.ink
        secondInk: button.filled || button.down ? button.ink : Style.inkSoft
        fontSize: button.fontSize
        secondSize: button.secondSize
        lines: button.lines
    }
}
