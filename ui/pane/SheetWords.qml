// SPDX-License-Identifier: Apache-2.0
import QtQml
import Madoguchi.Bridge
import Madoguchi.Staff
import Madoguchi.Pane

/// The words of the printed 資格確認結果, in the language of the screen. The name is the chart's spelling where it is
/// known; a name with ● is never printed, its kana are.
QtObject {
    id: sheet

    required property PaneModel patient

    readonly property RecordWords record: patient.record
    readonly property Phrase headline: Spoken {
        words: sheet.patient.advice.step.headline
    }
    readonly property list<Phrase> sexes: [Texts.notSaid, Texts.sexMale, Texts.sexFemale, Texts.notSaid]
    readonly property list<Phrase> relations: [Texts.notSaid, Texts.personSelf, Texts.personFamily]
    readonly property string share: record.percent < 0 ? Texts.ratioCheck.text
        : Texts.share.text.replace("{percent}", record.percent).replace("{tenths}", record.percent / 10)

    readonly property list<string> labels: [Texts.confirmedFor.text, Texts.chartName.text, Texts.chartKana.text,
        Texts.otherName.text, Texts.chartBirth.text, Texts.chartSex.text, Texts.chartInsurer.text,
        Texts.symbolNumber.text, Texts.formBranch.text, Texts.relation.text, Texts.period.text, Texts.ratio.text,
        Texts.limitClass.text, Texts.chartAddress.text, Texts.noticeFromCentral.text]
    readonly property list<string> values: [record.day, record.printName, record.kana, record.otherName, record.birth,
        sexes[record.sex].text, record.insurer, record.number, record.branch, relations[record.relation].text,
        record.start + " – " + record.end, share + (record.elderlyPeriod === "" ? "" : "　"
        + Texts.elderlyCertificate.text + " " + record.elderlyPeriod), record.limitLabel, record.address, record.notice]

    function printOut() {
        patient.print(Texts.sheetTitle.text, headline.text, labels, values, Texts.sheetFoot.text,
            patient.practice ? Texts.practice.text : "");
    }
}
