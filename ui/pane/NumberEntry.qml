// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Madoguchi.Bridge
import Madoguchi.Controls
import Madoguchi.Staff
import Madoguchi.Pane

/// What stands on a paper (資格確認書), typed by staff: each field says at once whether it can be right.
Column {
    id: entry

    required property PaneModel patient

    readonly property NumberForm form: patient.form
    readonly property bool birthWrong: form.birthState === NumberForm.BirthWrong
        || form.birthState === NumberForm.EraWanted || form.birthState === NumberForm.FullWanted

    /// In the order of InsurerKind.
    readonly property list<Phrase> kinds: [Texts.kindNational, Texts.kindAssociation, Texts.kindSeamen,
        Texts.kindDayLabour, Texts.kindSociety, Texts.kindSelfDefence, Texts.kindMutualAid, Texts.kindLateElderly,
        Texts.kindRetiredSociety, Texts.kindRetiredNational, Texts.kindRetiredMutualAid]

    spacing: 6

    readonly property bool several: patient.record.several

    onSeveralChanged: if (several)
        branch.input.forceActiveFocus()

    function start() {
        insurer.input.forceActiveFocus();
    }

    Words {
        width: parent.width
        text: Texts.formTitle.text
        font.pixelSize: 22
        font.weight: Font.Bold
    }

    Words {
        width: parent.width
        visible: entry.form.refused
        text: Texts.formTwelve.text
        color: Style.stop
        font.pixelSize: 17
        font.weight: Font.Bold
        Accessible.role: Accessible.AlertMessage
    }

    EntryField {
        id: insurer
        width: parent.width
        label: Texts.formInsurer.text
        text: entry.form.insurer
        wrong: entry.form.insurerState === NumberForm.InsurerWrong
        good: entry.form.insurerState === NumberForm.InsurerGood
        hint: entry.form.expectedDigit !== "" ? Texts.formCheckDigit.text + " (…" + entry.form.expectedDigit + ")"
            : wrong ? Texts.formInsurerLength.text
            : entry.form.insurerState === NumberForm.InsurerUnknown ? Texts.formInsurerUnknown.text
            : entry.form.insurerKind >= 0 ? entry.kinds[entry.form.insurerKind].text : Texts.formInsurerHint.text
        onEdited: text => entry.form.insurer = text
    }

    Row {
        width: parent.width
        spacing: 12

        EntryField {
            width: (parent.width - 24) * 2 / 5 + (entry.form.branchAsked ? 0 : parent.width / 10)
            label: Texts.formSymbol.text
            text: entry.form.symbol
            onEdited: text => entry.form.symbol = text
        }

        EntryField {
            width: (parent.width - 24) * 2 / 5 + (entry.form.branchAsked ? 0 : parent.width / 10)
            label: Texts.formNumber.text
            text: entry.form.number
            onEdited: text => entry.form.number = text
        }

        EntryField {
            id: branch
            width: (parent.width - 24) / 5
            visible: entry.form.branchAsked
            label: Texts.formBranch.text
            text: entry.form.branch
            wrong: entry.several && text === ""
            onEdited: text => entry.form.branch = text
        }
    }

    Words {
        width: parent.width
        visible: entry.several
        text: Texts.formTwins.text
        color: Style.stop
        font.pixelSize: 16
        font.weight: Font.Bold
    }

    Row {
        width: parent.width
        spacing: 6

        Repeater {
            model: [Texts.eraWestern, Texts.eraMeiji, Texts.eraTaisho, Texts.eraShowa, Texts.eraHeisei, Texts.eraReiwa]

            DeskButton {
                required property Phrase modelData
                required property int index

                width: (entry.width - 30) / 6
                leftPadding: 2
                rightPadding: 2
                fontSize: 16
                checkable: true
                checked: entry.form.era === index
                text: modelData.text
                Accessible.role: Accessible.RadioButton
                onClicked: entry.form.era = index
            }
        }
    }

    Row {
        width: parent.width
        spacing: 12

        EntryField {
            width: (parent.width - 12) * 3 / 5
            label: Texts.formBirth.text
            text: entry.form.birth
            wrong: entry.birthWrong
            good: entry.form.birthState >= NumberForm.BirthMonthDay
            hint: [Texts.formBirthHint.text, Texts.formBirthWrong.text, Texts.formEra.text, Texts.formFull.text,
                Texts.formMonthDay.text, entry.form.birthWords][entry.form.birthState]
            onEdited: text => entry.form.birth = text
        }

        EntryField {
            width: (parent.width - 12) * 2 / 5
            label: Texts.formDay.text
            text: entry.form.day
            wrong: !entry.form.dayGood
            hint: entry.form.dayGood ? entry.form.dayWordsText : Texts.formDayWrong.text
            onEdited: text => entry.form.day = text
        }
    }

    Row {
        width: parent.width
        spacing: 12

        DeskButton {
            width: (parent.width - 12) / 2
            checkable: true
            checked: entry.form.limitConsent
            fontSize: 16
            iconPath: checked ? Icons.check : ""
            text: Texts.formLimit.text
            key: "F2"
            Accessible.role: Accessible.CheckBox
            onClicked: entry.form.limitConsent = !entry.form.limitConsent
        }

        DeskButton {
            width: (parent.width - 12) / 2
            primary: true
            enabled: entry.form.complete && !entry.patient.asking
            text: entry.patient.asking ? Texts.formAsking.text : Texts.formAsk.text
            key: "F5"
            onClicked: entry.patient.ask()
        }
    }
}
