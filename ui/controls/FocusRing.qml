// SPDX-License-Identifier: Apache-2.0
import QtQuick

/// Where the keyboard is: yellow with a black outline, and only there when keys are used.
Rectangle {
    required property Item control
    property int rounding: Style.radius

    anchors.fill: control
    anchors.margins: -Style.focusWidth - 2
    visible: false
    radius: rounding + Style.focusWidth
    color: "transparent"
    border.width: 2
    border.color: Style.focusOutline

    Rectangle {
        anchors.fill: parent
        anchors.margins: 2
        radius: parent.radius - 2
        color: "transparent"
        border.width: Style.focusWidth
        border.color: Style.focus
    }
}
