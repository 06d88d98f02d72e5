// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Madoguchi.Bridge
import Madoguchi.Controls
import Madoguchi.Staff
import Madoguchi.Pane

/// Which consents stand: yes, no or expired, each with its own sign. Never what they open.
ColumnLayout {
    id: strip

    required property RecordWords record

    readonly property list<Phrase> items: [Texts.consentMedicines, Texts.consentVisits, Texts.consentSurgery,
        Texts.consentCheckUps]
    readonly property list<Phrase> answers: [Texts.consentNo, Texts.consentYes, Texts.consentExpired,
        Texts.consentNone]
    readonly property list<string> signs: [Icons.cross, Icons.check, Icons.clock, Icons.line]

    spacing: 4

    RowLayout {
        Layout.fillWidth: true
        spacing: 8

        Repeater {
            model: strip.items.length // the cells stay: a layout that is not seen keeps what a Repeater deletes (Qt 6.4)

            Rectangle {
                id: cell

                required property int index

                readonly property int given: strip.record.consents[index]

                Layout.fillWidth: true
                Layout.preferredWidth: 1
                implicitHeight: 46
                radius: Style.radiusSmall
                color: Style.groundSoft
                border.width: 1
                border.color: Style.rule

                Icon {
                    id: sign
                    x: 8
                    anchors.verticalCenter: parent.verticalCenter
                    path: strip.signs[cell.given]
                    size: 20
                    ink: Style.ink
                }

                Words {
                    anchors.left: sign.right
                    anchors.leftMargin: 6
                    anchors.right: parent.right
                    anchors.rightMargin: 4
                    anchors.verticalCenter: parent.verticalCenter
                    text: strip.items[cell.index].text + "\n" + strip.answers[cell.given].text
                    font.pixelSize: 14
                }
            }
        }
    }

    Words {
        Layout.fillWidth: true
        text: Texts.consentContent.text
        color: Style.inkSoft
        font.pixelSize: 14
    }
}
