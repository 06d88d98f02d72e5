// SPDX-License-Identifier: Apache-2.0
import Madoguchi.Controls

/// Two texts that come from a table of the rules, spoken in the language of every other text.
Phrase {
    english: Texts.english
    pseudo: Texts.pseudo
}
