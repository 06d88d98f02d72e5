// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Madoguchi.Bridge
import Madoguchi.Controls
import Madoguchi.Staff
import Madoguchi.Pane

/// The chart beside the answer: what stands there, what came, and one button for each field that may be taken.
ColumnLayout {
    id: diff

    required property PaneModel patient

    readonly property RecordWords record: patient.record
    readonly property list<Phrase> fields: [Texts.chartName, Texts.chartKana, Texts.chartBirth, Texts.chartSex,
        Texts.chartInsurer, Texts.formSymbol, Texts.formNumber, Texts.formBranch, Texts.chartPost, Texts.chartAddress]
    readonly property list<Phrase> verdicts: [Texts.nameExact, Texts.nameVariant, Texts.nameMasked,
        Texts.nameUnreadable, Texts.nameKanaOnly, Texts.nameDifferent]
    readonly property list<Phrase> sexes: [Texts.notSaid, Texts.sexMale, Texts.sexFemale]
    readonly property bool agrees: record.nameVerdict >= 0 && record.nameVerdict <= 2 && !record.otherPerson

    /// 性別 is a digit on the wire.
    function shown(field: int, value: string): string {
        return field === 3 && value !== "" ? sexes[value === "1" ? 1 : value === "2" ? 2 : 0].text : value;
    }

    spacing: 6

    Words {
        Layout.fillWidth: true
        text: diff.record.chartThere ? Texts.chartTitle.text + " " + diff.record.chartNumber
            : diff.patient.charts ? Texts.chartNone.text : Texts.chartOff.text
        wrapMode: Text.NoWrap
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: 12
        font.pixelSize: 20
        font.weight: Font.Bold
    }

    Words {
        Layout.fillWidth: true
        visible: !diff.record.chartThere
        text: diff.record.address
        font.pixelSize: 16
    }

    RowLayout {
        Layout.fillWidth: true
        visible: diff.record.chartThere
        spacing: 8

        Icon {
            path: diff.agrees ? Icons.check : Icons.attention
            size: 22
            ink: diff.agrees ? Style.fine : Style.attention
        }

        Words {
            Layout.fillWidth: true
            text: diff.record.otherPerson ? Texts.chartOtherPerson.text
                : (diff.record.nameVerdict < 0 ? "" : diff.verdicts[diff.record.nameVerdict].text)
                + (diff.record.maskedCharacters > 0 ? " (●×" + diff.record.maskedCharacters + ")" : "")
            wrapMode: Text.NoWrap
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: 12
            color: diff.agrees ? Style.fine : Style.attention
            font.pixelSize: 17
            font.weight: Font.Bold
        }
    }

    Words {
        Layout.fillWidth: true
        visible: diff.record.chartOthers > 0
        text: Texts.chartOthers.text + " (" + diff.record.chartOthers + ")"
        wrapMode: Text.NoWrap
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: 12
        color: Style.attention
        font.pixelSize: 16
    }

    Flickable {
        id: list
        Layout.fillWidth: true
        Layout.fillHeight: true
        visible: diff.record.chartThere
        clip: true
        contentHeight: rows.height
        boundsBehavior: Flickable.StopAtBounds

        Column {
            id: rows
            width: list.width

            Repeater {
                model: diff.record.diffs

                Rectangle {
                    id: row

                    required property var modelData

                    width: rows.width
                    height: Math.max(takeButton.visible ? 68 : 28, values.implicitHeight + 6)
                    color: modelData.takeable ? Style.attentionWash : Style.ground

                    RowLayout {
                        id: values
                        anchors.left: parent.left
                        anchors.right: parent.right
                        anchors.leftMargin: 6
                        anchors.verticalCenter: parent.verticalCenter
                        spacing: 8

                        Words {
                            Layout.preferredWidth: 92
                            text: diff.fields[row.modelData.field].text
                            color: Style.inkSoft
                            font.pixelSize: 14
                        }

                        Words {
                            Layout.fillWidth: true
                            Layout.preferredWidth: 1
                            text: row.modelData.before === "" ? "—" : diff.shown(row.modelData.field, row.modelData.before)
                            wrapMode: Text.WrapAnywhere
                            font.pixelSize: 15
                        }

                        Words {
                            Layout.fillWidth: true
                            Layout.preferredWidth: 1
                            text: row.modelData.differs ? diff.shown(row.modelData.field, row.modelData.now) : Texts.chartSame.text
                            wrapMode: row.modelData.differs ? Text.WrapAnywhere : Text.Wrap
                            color: row.modelData.differs ? Style.ink : Style.inkSoft
                            font.pixelSize: 15
                            font.weight: row.modelData.differs ? Font.Bold : Font.Normal
                        }

                        Item {
                            Layout.preferredWidth: 104
                            Layout.preferredHeight: takeButton.visible ? 64 : 0

                            DeskButton {
                                id: takeButton
                                width: parent.width
                                visible: row.modelData.takeable
                                enabled: diff.patient.nameSettled
                                leftPadding: 4
                                rightPadding: 4
                                fontSize: 16
                                text: Texts.chartTake.text
                                Accessible.name: Texts.chartTake.text + " " + diff.fields[row.modelData.field].text
                                onClicked: diff.patient.take(row.modelData.field)
                            }
                        }
                    }
                }
            }
        }
    }

    Item {
        Layout.fillHeight: true
        visible: !diff.record.chartThere
    }

    DeskNotice {
        Layout.fillWidth: true
        visible: diff.record.chartFailed
        text: Texts.chartFailed.text
        more: ""
    }
}
