// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Madoguchi.Bridge
import Madoguchi.Controls
import Madoguchi.Staff
import Madoguchi.Board

/// Why the last sign-in or PIN had no effect: what happened and what to do, in a box of its own.
Notice {
    id: notice

    required property BoardModel board

    /// In the order of DeskProblem.
    readonly property var phrases: [null, Texts.signInWrong, Texts.signInWait, Texts.signInBlocked,
        Texts.signInImpossible, Texts.pinWrong, Texts.sessionOver, Texts.notAllowed]
    readonly property Phrase chosenPhrase: phrases[board.problem]

    kind: Notice.Attention
    visible: chosenPhrase !== null
    text: chosenPhrase ? chosenPhrase.text : ""
    second: board.waitSeconds > 0 ? Texts.waitFor.text.replace("%1", board.waitSeconds) : ""
}
