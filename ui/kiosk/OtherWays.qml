// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Madoguchi.Bridge
import Madoguchi.Controls

/// The ways other than the PIN that are still open, side by side.
RowLayout {
    id: ways

    required property VisitModel visit

    readonly property list<TouchButton> offered: [useFace, useStaff].filter(button => button.visible)

    spacing: Style.gap

    AnswerButton {
        id: useFace
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        visible: ways.visit.methods.includes(Method.Face)
        phrase: Texts.useFace
        onClicked: ways.visit.chooseMethod(Method.Face)
    }

    AnswerButton {
        id: useStaff
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        visible: ways.visit.methods.includes(Method.StaffEye)
        phrase: Texts.useStaff
        onClicked: ways.visit.chooseMethod(Method.StaffEye)
    }
}
