// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Madoguchi.Controls

/// A screen that asks nothing: a sign, a heading, a sentence, and what else belongs to it below.
Page {
    id: page

    required property string sign
    property color ink: Style.action
    property color wash: Style.pictureGround
    property string title
    property string titleSecond
    property int titleSize: Style.hero
    property string body
    property string bodySecond
    default property alias more: extra.data

    heading: headline

    GridLayout {
        anchors.fill: parent
        columns: page.wide ? 2 : 1
        columnSpacing: 72
        rowSpacing: Style.gapLarge

        BigSign {
            Layout.alignment: page.wide ? Qt.AlignVCenter : Qt.AlignHCenter | Qt.AlignBottom
            Layout.leftMargin: page.wide ? Style.gapLarge : 0
            path: page.sign
            ink: page.ink
            wash: page.wash
            size: page.wide ? 280 : 240
        }

        ColumnLayout {
            Layout.fillWidth: true
            Layout.fillHeight: false
            Layout.alignment: page.wide ? Qt.AlignVCenter : Qt.AlignTop
            spacing: Style.gapLarge

            Heading {
                id: headline
                Layout.fillWidth: true
                text: page.title
                second: page.titleSecond
                size: page.titleSize
                alignment: page.wide ? Text.AlignLeft : Text.AlignHCenter
            }

            Body {
                Layout.fillWidth: true
                text: page.body
                second: page.bodySecond
                alignment: page.wide ? Text.AlignLeft : Text.AlignHCenter
            }

            ColumnLayout {
                id: extra
                Layout.fillWidth: true
                Layout.fillHeight: false
                spacing: Style.gap
            }
        }
    }
}
