// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Madoguchi.Controls
import Madoguchi.DeskModels

/// A row of the board in words, with the sign and the colours that go with it.
QtObject {
    id: words

    required property DeskRow row

    readonly property bool calling: row.need === DeskRow.Calling
    readonly property Phrase title: titleOf()
    readonly property Phrase method: [Texts.notYet, Texts.byFace, Texts.byPin, Texts.byEye][row.method + 1]
    readonly property Phrase todo: [Texts.todoNothing, Texts.todoLook, Texts.todoTypeNumber, Texts.todoHelp,
        Texts.todoTakeCard, Texts.todoSpeak, Texts.todoCallAdministrator, Texts.todoSendToCity, Texts.todoSeeAnswer,
        Texts.todoFixName][row.todo]
    readonly property string headline: Texts.english ? row.headlineEn : row.headlineJa
    readonly property string advice: Texts.english ? row.adviceEn : row.adviceJa
    readonly property string second: row.hasFault ? headline : method.text
    readonly property string time: row.minutes === 0 ? Texts.justNow.text
        : row.minutes + (Texts.english ? " " : "") + Texts.minutes.text

    readonly property color ink: calling ? Style.attention : row.received ? Style.fine : Style.inkSoft
    readonly property color wash: calling ? Style.attentionWash : row.received ? Style.fineWash : Style.ground
    readonly property string sign: calling ? Icons.attention : row.received ? Icons.check
        : row.active ? Icons.clock : Icons.line

    readonly property StageWords stage: StageWords {
        stage: words.row.stage
    }

    function titleOf(): Phrase {
        if (row.todo === DeskRow.SeeAnswer)
            return Texts.stageSeeReception;
        if (row.active)
            return stage.phrase;
        return row.received ? Texts.stageFinished : Texts.stageEnded;
    }
}
