// SPDX-License-Identifier: Apache-2.0
import Madoguchi.Bridge
import Madoguchi.Bridge

/// A sentence that comes from a table of the rules, spoken in the language of every other text.
Phrase {
    language: Texts.language
}
