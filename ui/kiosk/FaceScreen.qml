// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Madoguchi.Bridge
import Madoguchi.Controls

/// The mirror with its frame, one hint at a time, and the other ways beside it.
Page {
    id: page

    property PreviewSource preview: null

    readonly property bool pinOffered: visit.methods.includes(Method.Pin)
    readonly property bool staffOffered: visit.methods.includes(Method.StaffEye)

    heading: title
    answers: [usePin, useStaff].filter(button => button.visible)

    GridLayout {
        anchors.fill: parent
        columns: page.wide ? 2 : 1
        columnSpacing: Style.margin
        rowSpacing: Style.gap * 1.5

        FaceMirror {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 52
            Layout.minimumHeight: 280
            preview: page.preview
            guidance: page.visit.guidance
        }

        ColumnLayout {
            Layout.fillWidth: true
            Layout.fillHeight: page.wide
            Layout.preferredWidth: 48
            spacing: Style.gap

            Heading {
                id: title
                Layout.fillWidth: true
                phrase: Texts.faceHeading
            }

            Body {
                Layout.fillWidth: true
                phrase: Texts.faceBody
                visible: page.visit.faceMisses === 0
            }

            Notice {
                Layout.fillWidth: true
                phrase: Texts.faceMissed
                visible: page.visit.faceMisses > 0
            }

            Item {
                Layout.fillHeight: true
                Layout.maximumHeight: page.height
            }

            AnswerButton {
                id: usePin
                Layout.fillWidth: true
                visible: page.pinOffered
                phrase: Texts.usePin
                onClicked: page.visit.chooseMethod(Method.Pin)
            }

            AnswerButton {
                id: useStaff
                Layout.fillWidth: true
                visible: page.staffOffered
                phrase: Texts.useStaff
                onClicked: page.visit.chooseMethod(Method.StaffEye)
            }
        }
    }
}
