// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Madoguchi.Controls

/// First use of the card as an insurance card: two answers of the same weight.
Page {
    id: page

    heading: title
    answers: [yes, no]

    ColumnLayout {
        anchors.fill: parent
        spacing: Style.gapLarge

        Heading {
            id: title
            Layout.fillWidth: true
            phrase: Texts.registerHeading
        }

        Body {
            Layout.fillWidth: true
            phrase: Texts.registerBody
        }

        Item {
            Layout.fillHeight: true
        }

        GridLayout {
            Layout.fillWidth: true
            columns: page.wide ? 2 : 1
            columnSpacing: Style.gap * 1.5
            rowSpacing: Style.gap * 1.5

            AnswerButton {
                id: yes
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.preferredHeight: 144
                phrase: Texts.registerYes
                fontSize: Style.title
                secondSize: Style.second
                onClicked: page.visit.answerFirstUse(true)
            }

            AnswerButton {
                id: no
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.preferredHeight: 144
                phrase: Texts.registerNo
                fontSize: Style.title
                secondSize: Style.second
                onClicked: page.visit.answerFirstUse(false)
            }
        }

        Item {
            Layout.fillHeight: true
        }
    }
}
