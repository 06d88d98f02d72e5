// SPDX-License-Identifier: Apache-2.0
// The characters of the three fields we read. Whatever else stands on a card is `kNoGlyph`.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace madoguchi::cardface {

/// UTF-8. The ten digits stand first, so that a digit's index is its value.
inline constexpr std::array<std::string_view, 25> kGlyphs{
    "0",  "1",  "2",  "3",  "4",  "5",  "6",  "7",  "8",  "9",  "年", "月", "日",
    "生", "ま", "元", "明", "治", "大", "正", "昭", "和", "平", "成", "令"};

inline constexpr std::size_t kNoGlyph = kGlyphs.size();
inline constexpr std::size_t kGlyphClasses = kGlyphs.size() + 1;

/// The index of `glyph`, which must be one of the above.
consteval std::size_t glyph(std::string_view glyph)
{
    std::size_t at = 0;
    while (kGlyphs.at(at) != glyph)
        ++at;
    return at;
}

} // namespace madoguchi::cardface
