// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Madoguchi.Bridge
import Madoguchi.Controls
import Madoguchi.Kiosk

/// How often the PIN may still be entered, as the card itself says; after a wrong one, that it was wrong.
Notice {
    required property VisitModel visit

    readonly property int tries: visit.pinTriesLeft
    readonly property Phrase words: tries < 0 ? Texts.pinAsking : tries === 1 ? Texts.pinOneTryLeft : Texts.pinTriesLeft
    readonly property string fault: visit.fault.headline.in(visit.language)
    readonly property string faultSecond: visit.fault.headline.in(Languages.second(visit.language))

    function after(headline: string, sentence: string): string {
        return (headline === "" ? "" : headline + (/[A-Za-z]$/.test(headline) ? ". " : "。")) + sentence.replace("%1", tries);
    }

    kind: tries === 1 || visit.hasFault ? Notice.Attention : Notice.Plain
    text: after(fault, words.text)
    second: after(faultSecond, words.second)
}
