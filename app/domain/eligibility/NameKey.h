// SPDX-License-Identifier: Apache-2.0
// Forms in which texts from different systems can be compared. All take and give UTF-8; what is not UTF-8
// gives an empty text.
#pragma once

#include <string>
#include <string_view>

namespace madoguchi {

/// NFKC: wide letters and digits become narrow, half-width kana become whole with their marks joined.
[[nodiscard]] std::string foldWidth(std::string_view text);

/// A kanji name without what writing habits change: width, spaces, variation selectors, and the variants of
/// one character that registers mix (髙 and 高, 邉 and 辺).
[[nodiscard]] std::u32string nameKey(std::string_view name);

/// Kana as they sound on paper: hiragana and small kana become full katakana, spaces and ・ go.
[[nodiscard]] std::u32string kanaKey(std::string_view kana);

/// The same, with long vowels and sounds that are spelt in two ways made one. Equality makes a candidate,
/// never a certainty: コノ and コウノ fall together.
[[nodiscard]] std::u32string looseKanaKey(std::string_view kana);

/// 記号 and 番号 for comparison: NFKC, every hyphen one hyphen, no spaces. Leading zeros stay.
[[nodiscard]] std::string symbolKey(std::string_view text);

/// The code points of a text, unchanged.
[[nodiscard]] std::u32string codePoints(std::string_view text);

} // namespace madoguchi
