// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Madoguchi.Bridge
import Madoguchi.Controls
import Madoguchi.Staff
import Madoguchi.Board

/// A row of the board in words, with the sign and the colours that go with it.
QtObject {
    id: spoken

    required property DeskRow row

    readonly property bool calling: row.need === DeskRow.Calling
    readonly property Phrase headline: Spoken {
        words: spoken.row.step.headline
    }
    readonly property Phrase say: Spoken {
        words: spoken.row.step.say
    }
    readonly property Phrase action: Spoken {
        words: spoken.row.step.action
    }
    readonly property Phrase claim: Spoken {
        words: spoken.row.step.claim
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
    readonly property Phrase first: Spoken {
        words: spoken.row.step.steps[0]
    }
    readonly property Phrase title: row.active && !calling ? stage.phrase : headline
    readonly property string second: method.text + (row.terminal === "" ? "" : "　" + row.terminal)
    readonly property string time: row.minutes === 0 ? Texts.justNow.text
        : Texts.minutes.text.arg(row.minutes)

    readonly property color ink: calling ? Style.attention : row.received ? Style.fine : Style.inkSoft
    readonly property color wash: calling ? Style.attentionWash : row.received ? Style.fineWash : Style.ground
    readonly property string sign: calling ? Icons.attention : row.received ? Icons.check
        : row.active ? Icons.clock : Icons.line

    readonly property StageWords stage: StageWords {
        stage: spoken.row.stage
    }
}
