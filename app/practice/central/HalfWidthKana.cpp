// SPDX-License-Identifier: Apache-2.0
#include "practice/central/HalfWidthKana.h"

#include <array>

namespace madoguchi {
namespace {

// From U+30A1 (small a) to U+30FA; empty where no half-width form exists.
constexpr std::array<std::string_view, 90> kHalfWidth{
    "ｧ",  "ｱ",  "ｨ",  "ｲ",  "ｩ",  "ｳ",  "ｪ",  "ｴ",  "ｫ", "ｵ",  "ｶ", "ｶﾞ", "ｷ",  "ｷﾞ", "ｸ",  "ｸﾞ", "ｹ", "ｹﾞ",
    "ｺ",  "ｺﾞ", "ｻ",  "ｻﾞ", "ｼ",  "ｼﾞ", "ｽ",  "ｽﾞ", "ｾ", "ｾﾞ", "ｿ", "ｿﾞ", "ﾀ",  "ﾀﾞ", "ﾁ",  "ﾁﾞ", "ｯ", "ﾂ",
    "ﾂﾞ", "ﾃ",  "ﾃﾞ", "ﾄ",  "ﾄﾞ", "ﾅ",  "ﾆ",  "ﾇ",  "ﾈ", "ﾉ",  "ﾊ", "ﾊﾞ", "ﾊﾟ", "ﾋ",  "ﾋﾞ", "ﾋﾟ", "ﾌ", "ﾌﾞ",
    "ﾌﾟ", "ﾍ",  "ﾍﾞ", "ﾍﾟ", "ﾎ",  "ﾎﾞ", "ﾎﾟ", "ﾏ",  "ﾐ", "ﾑ",  "ﾒ", "ﾓ",  "ｬ",  "ﾔ",  "ｭ",  "ﾕ",  "ｮ", "ﾖ",
    "ﾗ",  "ﾘ",  "ﾙ",  "ﾚ",  "ﾛ",  "",   "ﾜ",  "",   "",  "ｦ",  "ﾝ", "ｳﾞ", "",   "",   "ﾜﾞ", "",   "",  "ｦﾞ"};

constexpr char32_t kFirst = 0x30A1;
constexpr std::string_view kWideSpace = "\u3000", kLongVowel = "ー", kMiddleDot = "・";

/// The half-width form of the three-byte sequence, or the sequence itself.
std::string_view halfWidthOf(std::string_view sequence)
{
    if (sequence == kWideSpace)
        return " ";
    if (sequence == kLongVowel)
        return "ｰ";
    if (sequence == kMiddleDot)
        return "･";
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(sequence[i]); };
    const char32_t point = (byte(0) & 0x0Fu) << 12 | (byte(1) & 0x3Fu) << 6 | (byte(2) & 0x3Fu);
    if (point < kFirst || point >= kFirst + kHalfWidth.size() || kHalfWidth[point - kFirst].empty())
        return sequence;
    return kHalfWidth[point - kFirst];
}

} // namespace

std::string halfWidthKana(std::string_view utf8)
{
    std::string result;
    while (!utf8.empty()) {
        const auto lead = static_cast<unsigned char>(utf8.front());
        const bool three = (lead & 0xF0) == 0xE0 && utf8.size() >= 3; // all katakana are three bytes of UTF-8
        const std::size_t size = three ? 3 : 1;
        result += three ? halfWidthOf(utf8.substr(0, size)) : utf8.substr(0, size);
        utf8.remove_prefix(size);
    }
    return result;
}

} // namespace madoguchi
