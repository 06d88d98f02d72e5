// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Madoguchi.Controls

/// The card is still there.
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
                phrase: Texts.leftHeading
                size: Style.hero
            }

            Notice {
                Layout.fillWidth: true
                kind: Notice.Attention
                phrase: Texts.leftBody
            }
        }

        CardPicture {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 46
            away: true
            calling: true
        }
    }
}
