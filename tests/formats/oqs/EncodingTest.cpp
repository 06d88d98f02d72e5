// SPDX-License-Identifier: Apache-2.0
#include "formats/oqs/Encoding.h"

#include <catch2/catch.hpp>

#include <set>

using namespace madoguchi;

TEST_CASE("declaredNamesOfCp932AreOneEncoding")
{
    for (const auto* name : {"Shift_JIS", "shift_jis", "SHIFT_JIS", "Windows-31J", "CP932", "MS932"})
        CHECK(encodingNamed(name) == Encoding::Cp932);
    CHECK(encodingNamed("utf-8") == Encoding::Utf8);
    for (const auto* name : {"", "UTF-16", "EUC-JP", "UTF8", "ISO-2022-JP", "Shift_JIS "})
        CHECK_FALSE(encodingNamed(name));
}

TEST_CASE("invalidUtf8IsFoundWhereItBegins")
{
    CHECK_FALSE(firstInvalidUtf8("窓口 𠮷 é \x7F"));
    CHECK_FALSE(firstInvalidUtf8("\xF4\x8F\xBF\xBF"));
    for (const auto* broken :
         {"\x80", "\xC0\x80", "\xC1\xBF", "\xE0\x9F\xBF", "\xED\xA0\x80", "\xF0\x8F\xBF\xBF",
          "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xE3\x81", "\xE3", "\xE3\x81 ", "\xFF"}) {
        const auto text = std::string{"窓"} + broken;
        CHECK(firstInvalidUtf8(text) == 3U);
    }
}

TEST_CASE("cp932CarriesWhatTheFieldUses")
{
    CHECK(toCp932("ｶｸｳ ﾊﾅｺ") == "\xB6\xB8\xB3 \xCA\xC5\xBA");
    CHECK(toCp932("髙﨑①㈱Ⅲ") == "\xFB\xFC\xFA\xB1\x87\x40\x87\x8A\x87\x56");
    CHECK(toCp932("～－∥―") == "\x81\x60\x81\x7C\x81\x61\x81\x5C");
    CHECK(fromCp932("\xFB\xFC\x8D\xE8").utf8 == "髙崎");
    CHECK(fromCp932("\xED\x40").utf8 == "纊"); // NEC's place for a kanji that IBM has too
}

TEST_CASE("twinsOfASignAreThatSign")
{
    CHECK(toCp932("〜−‖—") == toCp932("～－∥―"));
    CHECK(canCarry(Encoding::Cp932, "１−２−３"));
}

TEST_CASE("whatCp932CannotCarryIsRefusedNotReplaced")
{
    for (const auto* text : {"𠮷", "é", "¥", "‾", "\u00A0", "\uE000", "한", "😀", "噓\u0301", "\x80"}) {
        INFO(text);
        CHECK_FALSE(canCarry(Encoding::Cp932, text));
    }
    CHECK(canCarry(Encoding::Utf8, "𠮷é¥😀"));
    CHECK_FALSE(canCarry(Encoding::Utf8, "\xE3\x81"));
}

TEST_CASE("invalidCp932IsFoundWhereItBegins")
{
    for (const auto* broken : {"\x80", "\xA0", "\xFD", "\xFF", "\x81", "\x81\x20", "\x81\x7F", "\x81\xAD",
                               "\xF0\x40", "\xF9\xFC", "\xEF\x40", "\x85\x40"}) {
        const auto text = fromCp932(std::string{"\x91\x8B"} + broken);
        INFO(static_cast<int>(static_cast<unsigned char>(broken[0])));
        CHECK(text.utf8 == "窓");
        CHECK(text.invalid == 2U);
    }
}

TEST_CASE("everyCharacterOfCp932ComesBackAsItself")
{
    int characters = 0;
    std::set<std::string> unstable;

    for (int lead = 0x81; lead <= 0xFC; ++lead) {
        for (int trail = 0x40; trail <= 0xFC; ++trail) {
            const std::string bytes{static_cast<char>(lead), static_cast<char>(trail)};
            const auto text = fromCp932(bytes);
            if (text.invalid || (lead >= 0xA0 && lead <= 0xDF))
                continue;
            ++characters;
            const auto back = toCp932(text.utf8);
            if (!back || fromCp932(*back).utf8 != text.utf8)
                unstable.insert(text.utf8);
        }
    }

    CHECK(characters > 7000);
    CHECK(unstable.empty());
}
