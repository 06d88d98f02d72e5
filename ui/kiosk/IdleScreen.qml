// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Madoguchi.Controls

/// The invitation: put the card here.
Page {
    id: page

    heading: title
    answers: [noCard]

    GridLayout {
        anchors.fill: parent
        columns: page.wide ? 2 : 1
        columnSpacing: 56
        rowSpacing: Style.gapLarge

        ColumnLayout {
            Layout.fillWidth: true
            Layout.preferredWidth: 60
            Layout.alignment: Qt.AlignVCenter
            spacing: Style.gapLarge

            Heading {
                id: title
                Layout.fillWidth: true
                phrase: Texts.idleHeading
                size: Style.hero
            }

            Body {
                Layout.fillWidth: true
                text: Texts.idleBody.text
                second: ""
            }

            AnswerButton {
                id: noCard
                Layout.fillWidth: true
                Layout.maximumWidth: 520
                phrase: Texts.noCard
                onClicked: page.visit.haveNoCard()
            }
        }

        CardPicture {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 46
            Layout.minimumHeight: 240
            calling: true
        }
    }
}
