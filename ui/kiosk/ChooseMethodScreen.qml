// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Madoguchi.Bridge
import Madoguchi.Controls

/// Face, PIN or staff: whatever is possible, all alike, in the order the visit offers them.
Page {
    id: page

    readonly property var words: ({
            [Method.Face]: {phrase: Texts.methodFace, hint: Texts.methodFaceHint, icon: Icons.face},
            [Method.Pin]: {phrase: Texts.methodPin, hint: Texts.methodPinHint, icon: Icons.keypad},
            [Method.StaffEye]: {phrase: Texts.methodStaff, hint: Texts.methodStaffHint, icon: Icons.staff}
        })

    heading: title
    answers: Array.from(grid.children).filter(child => child instanceof AnswerTile)

    ColumnLayout {
        anchors.fill: parent
        spacing: Style.gap * 1.5

        Heading {
            id: title
            Layout.fillWidth: true
            phrase: Texts.chooseHeading
        }

        FaultNotice {
            Layout.fillWidth: true
            visit: page.visit
            visible: page.visit.hasFault
        }

        Notice {
            Layout.fillWidth: true
            visible: page.visit.faceMisses > 0 && !page.visit.hasFault
            phrase: Texts.chooseMissed
        }

        Words {
            Layout.fillWidth: true
            visible: page.visit.faceMisses === 0 && !page.visit.hasFault
            text: Texts.chooseBody.text
        }

        GridLayout {
            id: grid
            Layout.fillWidth: true
            Layout.fillHeight: true
            columns: page.wide ? tiles.count : 1
            columnSpacing: Style.gap * 1.5
            rowSpacing: Style.gap

            Repeater {
                id: tiles
                model: page.visit.methods

                AnswerTile {
                    required property int modelData
                    readonly property var words: page.words[modelData]

                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredWidth: 1
                    Layout.maximumHeight: 380
                    level: !page.wide
                    phrase: words.phrase
                    hint: words.hint
                    iconPath: words.icon
                    onClicked: page.visit.chooseMethod(modelData)
                }
            }
        }
    }
}
