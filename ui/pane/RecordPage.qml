// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Madoguchi.Bridge
import Madoguchi.Controls
import Madoguchi.Staff
import Madoguchi.Pane

/// What the central system said of this patient: for whom, how long and which share. What is over says so.
Column {
    id: page

    required property PaneModel patient
    /// Beside the form only what it means; alone everything.
    property bool brief: false

    readonly property RecordWords record: patient.record
    readonly property list<Phrase> reasons: [Texts.ratioCheck, Texts.ratioAbsent, Texts.ratioOutOfPeriod,
        Texts.ratioUnexpected]
    readonly property list<Phrase> sexes: [Texts.notSaid, Texts.sexMale, Texts.sexFemale, Texts.notSaid]
    readonly property list<Phrase> relations: [Texts.notSaid, Texts.personSelf, Texts.personFamily]
    readonly property string share: Texts.share.text.replace("{percent}", record.percent).replace("{tenths}", record.percent / 10)
    readonly property string shareOf: record.elderlyPeriod !== "" ? Texts.elderlyCertificate.text + " " + record.elderlyPeriod
        : relations[record.relation].text

    component Fact: Item {
        id: fact

        property string label
        property string value
        property bool strong: false

        width: page.width
        visible: value !== ""
        height: Math.max(name.height, words.height)

        Words {
            id: name
            width: 140
            text: fact.label
            color: Style.inkSoft
            wrapMode: Text.NoWrap
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: 11
            font.pixelSize: 15
        }

        Words {
            id: words
            x: 148
            width: parent.width - x
            text: fact.value
            font.pixelSize: fact.strong ? 18 : 16
            font.weight: fact.strong ? Font.Bold : Font.Normal
        }
    }

    spacing: 2

    Words {
        width: page.width
        visible: !page.record.good
        text: Texts.formerCover.text
        color: Style.attention
        font.pixelSize: 18
        font.weight: Font.Bold
    }

    Fact {
        label: Texts.chartName.text
        value: page.record.name + "　" + page.record.kana
        strong: true
    }
    Fact {
        label: Texts.otherName.text
        value: page.record.otherName
        strong: true
    }
    Fact {
        visible: !page.brief && value !== ""
        label: Texts.chartBirth.text
        value: page.record.birth + (page.record.age < 0 ? "" : "　" + page.record.age + Texts.yearsOld.text)
            + "　" + page.sexes[page.record.sex].text
    }
    Fact {
        visible: !page.brief && value !== ""
        label: Texts.ratio.text
        value: page.record.percent < 0
            ? Texts.ratioCheck.text + "　" + page.reasons[page.record.ratioReason].text
            : page.share + (page.shareOf === "" ? "" : Texts.inBrackets.text.arg(page.shareOf))
        strong: true
    }
    Fact {
        visible: !page.brief && value !== ""
        label: Texts.limitClass.text
        value: page.record.limitLabel
    }
    Fact {
        label: Texts.period.text
        value: page.record.start + " – " + page.record.end
    }
    Fact {
        visible: !page.brief && value !== ""
        label: Texts.chartInsurer.text
        value: page.record.insurer
    }
    Fact {
        visible: !page.brief && value !== ""
        label: Texts.symbolNumber.text
        value: page.record.number + (page.record.branch === "" ? "" : "　(" + Texts.formBranch.text + " "
            + page.record.branch + ")")
    }
    Fact {
        visible: !page.brief && !page.record.good && value !== ""
        label: Texts.chartAddress.text
        value: page.record.address
    }
    Fact {
        visible: !page.brief && page.patient.withoutCard
        label: Texts.confirmedFor.text
        value: page.record.day
    }
    Fact {
        visible: !page.brief && value !== ""
        label: Texts.reference.text
        value: page.record.reference
    }
    Fact {
        visible: !page.brief && value !== ""
        label: Texts.noticeFromCentral.text
        value: page.record.notice
    }

    Item {
        width: 1
        height: 4
        visible: consents.visible
    }

    ConsentStrip {
        id: consents
        width: page.width
        visible: !page.brief && !page.patient.withoutCard
        record: page.record
    }
}
