// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Madoguchi.Controls
import Madoguchi.DeskModels

/// What the central system said of this patient: one large word, then for whom, how long and which share.
ColumnLayout {
    id: page

    required property PaneModel patient
    /// Beside the form only what it means; alone everything.
    property bool brief: false

    readonly property RecordWords record: patient.record
    readonly property list<Phrase> reasons: [Texts.ratioCheck, Texts.ratioAbsent, Texts.ratioOutOfPeriod,
        Texts.ratioUnexpected]
    readonly property list<Phrase> sexes: [Texts.notSaid, Texts.sexMale, Texts.sexFemale, Texts.notSaid]

    component Fact: Item {
        id: fact

        property string label
        property string value
        property bool strong: false

        Layout.fillWidth: true
        visible: value !== ""
        implicitHeight: Math.max(name.height, words.height)

        Words {
            id: name
            width: 120
            text: fact.label
            color: Style.inkSoft
            font.pixelSize: 15
        }

        Words {
            id: words
            x: 128
            width: parent.width - x
            text: fact.value
            font.pixelSize: fact.strong ? 20 : 17
            font.weight: fact.strong ? Font.Bold : Font.Normal
        }
    }

    spacing: 5

    Notice {
        Layout.fillWidth: true
        kind: page.record.good ? Notice.Fine : Notice.Attention
        text: Texts.english ? page.record.headlineEn : page.record.headlineJa
    }

    Fact {
        label: Texts.toPatient.text
        value: Texts.english ? page.record.sayEn : page.record.sayJa
        strong: true
    }

    Repeater {
        model: Texts.english ? page.record.stepsEn : page.record.stepsJa

        Words {
            required property int index
            required property string modelData

            Layout.fillWidth: true
            text: (index + 1) + ". " + modelData
            font.pixelSize: 17
        }
    }

    ColumnLayout {
        Layout.fillWidth: true
        visible: page.record.person
        spacing: 4

        Fact {
            label: Texts.chartName.text
            value: page.record.name + "　" + page.record.kana
            strong: true
        }
        Fact {
            label: Texts.chartBirth.text
            value: page.record.birth + (page.record.age < 0 ? "" : "　" + page.record.age + Texts.yearsOld.text)
                + "　" + page.sexes[page.record.sex].text
        }
        Fact {
            label: Texts.ratio.text
            value: page.record.percent >= 0
                ? (Texts.english ? page.record.percent + " %" : page.record.percent / 10 + "割")
                : Texts.ratioCheck.text + "　" + page.reasons[page.record.ratioReason].text
            strong: true
        }
        Fact {
            label: Texts.limitClass.text
            value: page.record.limitLabel
        }
        Fact {
            label: Texts.period.text
            value: page.record.start + " – " + page.record.end
        }
        Fact {
            label: Texts.chartInsurer.text
            value: page.record.insurer
        }
        Fact {
            label: Texts.symbolNumber.text
            value: page.record.number + (page.record.branch === "" ? "" : "　(" + Texts.formBranch.text + " "
                + page.record.branch + ")")
        }
        Fact {
            visible: !page.brief && value !== ""
            label: Texts.reference.text
            value: page.record.reference
        }
        Fact {
            label: Texts.noticeFromCentral.text
            value: page.record.notice
        }
    }

    ConsentStrip {
        Layout.fillWidth: true
        visible: page.record.person && !page.brief
        record: page.record
    }
}
