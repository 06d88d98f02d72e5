// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Madoguchi.Controls

/// One page of consent. Nothing is chosen beforehand; yes and no look alike; one tap on "all" ends the page, or
/// each row is answered and then confirmed.
Page {
    id: page

    /// Item number to yes or no; an item that is not there has not been answered.
    property var given: ({})

    readonly property var items: visit.consentItems
    readonly property int open: items.filter(item => given[item] === undefined).length

    function choose(item: int, yes: bool) {
        given = Object.assign({}, given, {[item]: yes});
    }

    objectName: "consent"
    heading: title
    answers: [allYes, allNo, done]

    ColumnLayout {
        anchors.fill: parent
        spacing: Style.gap

        Heading {
            id: title
            Layout.fillWidth: true
            phrase: Texts.consentHeading
            size: Style.title
        }

        Body {
            Layout.fillWidth: true
            text: Texts.consentBody.text
            size: Style.foot
        }

        GridLayout {
            Layout.fillWidth: true
            Layout.fillHeight: false
            columns: page.wide ? 2 : 1
            columnSpacing: Style.gap
            rowSpacing: Style.gap

            Repeater {
                model: page.items

                ConsentRow {
                    required property int modelData

                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    item: modelData
                    answer: page.given[modelData]
                    onChosen: yes => page.choose(modelData, yes)
                }
            }
        }

        Item {
            Layout.fillHeight: true
        }

        GridLayout {
            Layout.fillWidth: true
            Layout.fillHeight: false
            columns: 3
            columnSpacing: Style.gap
            rowSpacing: Style.gap

            AnswerButton {
                id: allYes
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                phrase: Texts.allYes
                onClicked: page.visit.giveConsents(page.items)
            }

            AnswerButton {
                id: allNo
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                phrase: Texts.allNo
                onClicked: page.visit.giveConsents([])
            }

            Item {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                implicitHeight: allYes.height

                Words {
                    anchors.fill: parent
                    visible: page.open > 0
                    text: Texts.consentLeft.text.arg(page.open)
                    color: Style.inkSoft
                    font.pixelSize: Style.second
                    fontSizeMode: Text.Fit
                    minimumPixelSize: Style.smallest
                    horizontalAlignment: Text.AlignHCenter
                    verticalAlignment: Text.AlignVCenter
                }

                AnswerButton {
                    id: done
                    anchors.fill: parent
                    visible: page.open === 0
                    enabled: visible
                    primary: true
                    phrase: Texts.consentDone
                    onClicked: page.visit.giveConsents(page.items.filter(item => page.given[item]))
                }
            }
        }
    }
}
