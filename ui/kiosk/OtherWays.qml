// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Madoguchi.Bridge
import Madoguchi.Controls
import Madoguchi.Kiosk

/// The ways other than the PIN that are still open, side by side or stacked.
GridLayout {
    id: ways

    required property VisitModel visit
    property bool stacked: false

    readonly property alias face: useFace
    readonly property alias staff: useStaff

    columns: stacked ? 1 : 2
    columnSpacing: Style.gap
    rowSpacing: Style.gap

    AnswerButton {
        id: useFace
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        Layout.fillHeight: ways.stacked
        visible: ways.visit.faceOffered
        phrase: ways.stacked ? Texts.methodFace : Texts.useFace
        lines: ways.stacked ? 4 : 2
        onClicked: ways.visit.chooseMethod(Method.Face)
    }

    AnswerButton {
        id: useStaff
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        Layout.fillHeight: ways.stacked
        visible: ways.visit.staffOffered
        phrase: ways.stacked ? Texts.methodStaff : Texts.useStaff
        lines: ways.stacked ? 4 : 2
        onClicked: ways.visit.chooseMethod(Method.StaffEye)
    }
}
