// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Madoguchi.Controls
import Madoguchi.Staff

/// A row of the board in words, with the sign and the colours that go with it.
QtObject {
    id: words

    required property DeskRow row

    /// Two texts of the next-step table, spoken like every other text.
    component Said: Phrase {
        english: Texts.english
        pseudo: Texts.pseudo
    }

    readonly property bool calling: row.need === DeskRow.Calling
    readonly property Phrase headline: Said {
        ja: words.row.step.headline.ja
        en: words.row.step.headline.en
    }
    readonly property Phrase say: Said {
        ja: words.row.step.say.ja
        en: words.row.step.say.en
    }
    readonly property Phrase action: Said {
        ja: words.row.step.action.ja
        en: words.row.step.action.en
    }
    readonly property Phrase claim: Said {
        ja: words.row.step.claim.ja
        en: words.row.step.claim.en
    }
    readonly property Phrase method: [Texts.notYet, Texts.byFace, Texts.byPin, Texts.byEye][row.method + 1]
    readonly property Phrase who: [Texts.whoPatient, Texts.whoStaff, Texts.whoAdministrator,
        Texts.whoMunicipality][row.who]
    readonly property bool flagged: row.reservation >= 0
    /// In the order of Reservation.
    readonly property Phrase flag: [null, Texts.bookedConfirmed, Texts.bookedChanged, Texts.bookedInvalid,
        Texts.bookedUnchecked, Texts.listUnreadable][row.reservation + 1]
    readonly property Phrase flagMore: [null, Texts.bookedConfirmedMore, Texts.bookedChangedMore,
        Texts.bookedInvalidMore, Texts.bookedUncheckedMore, Texts.listUnreadableMore][row.reservation + 1]
    readonly property bool flagFine: row.reservation === 0
    readonly property var steps: Texts.english ? row.step.stepsEn : row.step.stepsJa
    readonly property Phrase first: Said {
        ja: words.row.step.stepsJa[0]
        en: words.row.step.stepsEn[0]
    }
    readonly property Phrase title: row.active && !calling ? stage.phrase : headline
    readonly property string second: method.text + (row.terminal === "" ? "" : "　" + row.terminal)
    readonly property string time: row.minutes === 0 ? Texts.justNow.text
        : row.minutes + (Texts.english ? " " : "") + Texts.minutes.text

    readonly property color ink: calling ? Style.attention : row.received ? Style.fine : Style.inkSoft
    readonly property color wash: calling ? Style.attentionWash : row.received ? Style.fineWash : Style.ground
    readonly property string sign: calling ? Icons.attention : row.received ? Icons.check
        : row.active ? Icons.clock : Icons.line

    readonly property StageWords stage: StageWords {
        stage: words.row.stage
    }

    /// A text that is in the chosen language already, drawn out where lengths are under test.
    function drawn(text: string): string {
        return Texts.english ? headline.shown(text) : text;
    }
}
