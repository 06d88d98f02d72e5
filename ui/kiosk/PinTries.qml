// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Madoguchi.Controls

/// How often the PIN may still be entered, as the card itself says.
Notice {
    required property int tries

    readonly property Phrase words: tries < 0 ? Texts.pinAsking : tries === 1 ? Texts.pinOneTryLeft : Texts.pinTriesLeft

    kind: tries === 1 ? Notice.Attention : Notice.Plain
    text: words.text.replace("%1", tries)
    second: words.second.replace("%1", tries)
}
