// SPDX-License-Identifier: Apache-2.0
import QtQuick

/// One thing to say, in both languages: the chosen one large, the other one below it.
QtObject {
    property string ja
    property string en
    property bool english: false
    /// Lengths under test: English with its vowels doubled is about 40 % longer.
    property bool pseudo: false

    readonly property string text: english ? shown(en) : ja
    readonly property string second: english ? ja : en

    function shown(words: string): string {
        return pseudo ? words.replace(/[aeiouAEIOU]/g, "$&$&") : words;
    }
}
