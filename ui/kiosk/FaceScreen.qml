// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Madoguchi.Bridge
import Madoguchi.Controls
import Madoguchi.Kiosk

/// The mirror with its frame, one hint at a time, and the other ways beside it.
Page {
    id: page

    property PreviewSource preview: null

    heading: title
    answers: [usePin, useStaff]

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
                text: page.wide ? Texts.faceHeading.text : Texts.faceHeading.text.replace("\n", " ")
                second: Texts.faceHeading.second
            }

            Body {
                Layout.fillWidth: true
                text: Texts.faceBody.text
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

            GridLayout {
                Layout.fillWidth: true
                Layout.fillHeight: false
                columns: page.wide ? 1 : 2
                columnSpacing: Style.gap
                rowSpacing: Style.gap

                AnswerButton {
                    id: usePin
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    visible: page.visit.pinOffered
                    phrase: Texts.usePin
                    onClicked: page.visit.chooseMethod(Method.Pin)
                }

                AnswerButton {
                    id: useStaff
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    visible: page.visit.staffOffered
                    phrase: Texts.useStaff
                    onClicked: page.visit.chooseMethod(Method.StaffEye)
                }
            }
        }
    }
}
