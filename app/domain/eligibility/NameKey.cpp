// SPDX-License-Identifier: Apache-2.0
#include "domain/eligibility/NameKey.h"

#include <algorithm>
#include <array>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>
#include <utility>

namespace madoguchi {
namespace {

/// One line for each character that registers write in several ways; the first stands for all.
constexpr std::array<std::u32string_view, 40> kVariants{
    U"高髙",   U"崎﨑碕嵜", U"辺邉邊", U"斉齋齊斎", U"浜濵濱", U"吉𠮷", U"柳栁", U"徳德", U"沢澤", U"広廣",
    U"島嶋嶌", U"国國",     U"桜櫻",   U"竜龍",     U"滝瀧",   U"真眞", U"恵惠", U"黒黑", U"万萬", U"与與",
    U"富冨",   U"館舘",     U"土𡈽圡", U"橋槗𣘺",   U"瀬瀨",   U"関關", U"蔵藏", U"栄榮", U"条條", U"寿壽",
    U"静靜",   U"円圓",     U"学學",   U"会會",     U"曽曾",   U"児兒", U"桧檜", U"仏佛", U"弥彌", U"亜亞",
};

constexpr std::u32string_view kLongA = U"アカガサザタダナハバパマヤラワ";
constexpr std::u32string_view kLongI = U"イキギシジチヂニヒビピミリ";
constexpr std::u32string_view kLongU = U"ウクグスズツヅヌフブプムユルヴ";
constexpr std::u32string_view kLongE = U"エケゲセゼテデネヘベペメレ";
constexpr std::u32string_view kLongO = U"オコゴソゾトドノホボポモヨロヲ";

char32_t folded(char32_t c)
{
    for (const auto variants : kVariants)
        if (variants.find(c) != std::u32string_view::npos)
            return variants.front();
    return c;
}

bool isSpace(char32_t c)
{
    return c == U' ' || c == U'\u3000' || c == U'\u00A0' || c == U'\t';
}

bool isVariationSelector(char32_t c)
{
    return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
}

/// Hiragana to katakana, and small kana to their full size.
char32_t fullKatakana(char32_t c)
{
    if (c >= U'ぁ' && c <= U'ゖ')
        c += U'ァ' - U'ぁ';
    constexpr std::u32string_view kSmall = U"ァィゥェォッャュョヮヵヶ", kFull = U"アイウエオツヤユヨワカケ";
    const auto at = kSmall.find(c);
    return at == std::u32string_view::npos ? c : kFull[at];
}

bool in(std::u32string_view set, char32_t c)
{
    return set.find(c) != std::u32string_view::npos;
}

/// Whether `c` only lengthens the vowel of the kana before it.
bool lengthens(char32_t before, char32_t c)
{
    if (c == U'ー')
        return true;
    return (c == U'ア' && in(kLongA, before)) || (c == U'イ' && (in(kLongI, before) || in(kLongE, before))) ||
           (c == U'ウ' && (in(kLongU, before) || in(kLongO, before))) || (c == U'エ' && in(kLongE, before)) ||
           (c == U'オ' && in(kLongO, before));
}

void replaceAll(std::u32string& text, std::u32string_view from, std::u32string_view to)
{
    for (auto at = text.find(from); at != std::u32string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}

} // namespace

std::string foldWidth(std::string_view text)
{
    UErrorCode error = U_ZERO_ERROR;
    const auto* nfkc = icu::Normalizer2::getNFKCInstance(error);
    const auto unicode =
        icu::UnicodeString::fromUTF8(icu::StringPiece{text.data(), static_cast<int>(text.size())});
    if (U_FAILURE(error) ||
        (unicode.indexOf(char16_t{0xFFFD}) >= 0 && text.find("\uFFFD") == std::string_view::npos))
        return {};
    std::string folded;
    nfkc->normalize(unicode, error).toUTF8String(folded);
    return U_FAILURE(error) ? std::string{} : folded;
}

std::u32string codePoints(std::string_view text)
{
    const auto unicode =
        icu::UnicodeString::fromUTF8(icu::StringPiece{text.data(), static_cast<int>(text.size())});
    std::u32string points;
    for (std::int32_t at = 0; at < unicode.length(); at = unicode.moveIndex32(at, 1))
        points.push_back(static_cast<char32_t>(unicode.char32At(at)));
    return points;
}

std::u32string nameKey(std::string_view name)
{
    std::u32string key;
    for (const char32_t c : codePoints(foldWidth(name)))
        if (!isSpace(c) && !isVariationSelector(c))
            key.push_back(folded(c));
    return key;
}

std::u32string kanaKey(std::string_view kana)
{
    std::u32string key;
    for (const char32_t c : codePoints(foldWidth(kana)))
        if (!isSpace(c) && c != U'・')
            key.push_back(fullKatakana(c));
    return key;
}

std::u32string looseKanaKey(std::string_view kana)
{
    constexpr std::array<std::pair<std::u32string_view, std::u32string_view>, 8> kSpellings{{
        {U"ヴア", U"バ"},
        {U"ヴイ", U"ビ"},
        {U"ヴエ", U"ベ"},
        {U"ヴオ", U"ボ"},
        {U"ヴ", U"ブ"},
        {U"ヅ", U"ズ"},
        {U"ヂ", U"ジ"},
        {U"ヲ", U"オ"},
    }};
    auto key = kanaKey(kana);
    for (const auto& [from, to] : kSpellings)
        replaceAll(key, from, to);
    std::u32string loose;
    for (const char32_t c : key)
        if (loose.empty() || !lengthens(loose.back(), c))
            loose.push_back(c);
    return loose;
}

std::string symbolKey(std::string_view text)
{
    constexpr std::u32string_view kHyphens = U"-‐‑‒–—―−ーｰ－";
    icu::UnicodeString key;
    for (const char32_t c : codePoints(foldWidth(text)))
        if (!isSpace(c))
            key.append(static_cast<UChar32>(in(kHyphens, c) ? U'-' : c));
    std::string utf8;
    key.toUTF8String(utf8);
    return utf8;
}

} // namespace madoguchi
