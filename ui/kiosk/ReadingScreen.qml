// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Madoguchi.Controls

/// The card is being read: a second or two.
Page {
    id: page

    heading: title

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
                phrase: Texts.readingHeading
                size: Style.hero
            }

            Body {
                Layout.fillWidth: true
                phrase: Texts.stayBody
            }

            Waiting {}
        }

        CardPicture {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 46
            lying: true
        }
    }
}
