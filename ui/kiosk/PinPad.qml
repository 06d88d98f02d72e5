// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Madoguchi.Controls
import Madoguchi.Kiosk

/// Four digits on a pad that does not move. The tries left stand there before the first digit; nothing is sent
/// before the patient says so.
Page {
    id: page

    readonly property PinEntry pin: visit.pin
    readonly property bool ready: pin.complete && visit.pinTriesLeft > 0

    function type(event) {
        if (event.key >= Qt.Key_0 && event.key <= Qt.Key_9)
            pin.press(event.key - Qt.Key_0);
        else if (event.key === Qt.Key_Backspace)
            pin.takeBack();
        else if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter)
            visit.submitPin();
        else
            return;
        event.accepted = true;
    }

    heading: title
    Keys.onPressed: event => page.type(event)

    GridLayout {
        anchors.fill: parent
        columns: page.wide ? 2 : 1
        columnSpacing: 56
        rowSpacing: Style.gap

        ColumnLayout {
            Layout.fillWidth: true
            Layout.fillHeight: page.wide
            Layout.preferredWidth: 60
            spacing: Style.gap

            Heading {
                id: title
                Layout.fillWidth: true
                phrase: Texts.pinHeading
            }

            Body {
                Layout.fillWidth: true
                text: Texts.pinBody.text
                visible: !page.visit.hasFault
            }

            PinTries {
                Layout.fillWidth: true
                visit: page.visit
            }

            Item {
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.minimumHeight: dots.height
                implicitHeight: dots.height + Style.gap

                PinDots {
                    id: dots
                    anchors.centerIn: parent
                    count: page.pin.count
                    length: page.pin.length
                    spoken: Texts.pinDigits.text.replace("%1", count).replace("%2", length)
                }
            }

            OtherWays {
                Layout.fillWidth: true
                visible: page.wide
                visit: page.visit
            }
        }

        GridLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 40
            columns: page.wide ? 1 : 2
            columnSpacing: Style.gap
            rowSpacing: Style.gap

            NumberPad {
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 70
                Layout.maximumHeight: page.wide ? page.height : 560
                backPhrase: Texts.pinBack
                clearPhrase: Texts.pinClear
                onDigit: value => page.pin.press(value)
                onBack: page.pin.takeBack()
                onClear: page.pin.clear()
            }

            ColumnLayout {
                Layout.fillWidth: true
                Layout.fillHeight: !page.wide
                Layout.preferredWidth: 30
                Layout.maximumHeight: page.wide ? page.height : 560
                spacing: Style.gap

                OtherWays {
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    visible: !page.wide
                    stacked: true
                    visit: page.visit
                }

                AnswerButton {
                    Layout.fillWidth: true
                    Layout.preferredHeight: page.wide ? implicitHeight : 200
                    phrase: Texts.pinOk
                    primary: page.ready
                    enabled: page.ready
                    onClicked: page.visit.submitPin()
                }
            }
        }
    }
}
