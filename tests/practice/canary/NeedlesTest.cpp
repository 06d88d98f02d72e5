// SPDX-License-Identifier: Apache-2.0
#include "practice/canary/Needles.h"

#include <catch2/catch.hpp>

using namespace madoguchi;

namespace {

std::size_t countIn(const Needles& needles, std::span<const std::uint8_t> haystack)
{
    std::size_t count = 0;
    needles.find(haystack, [&](std::size_t) { ++count; });
    return count;
}

std::vector<std::uint8_t> bytes(std::string_view text)
{
    return {text.begin(), text.end()};
}

} // namespace

TEST_CASE("aTextIsFoundInEveryEncodingItMayTake")
{
    Needles needles;
    CHECK(needles.addText("name", "架空花子") == 4);

    CHECK(countIn(needles, bytes("xx架空花子yy")) == 1);
    const std::vector<std::uint8_t> utf16{0, 0x67 ^ 0x67, 0xB6, 0x67, 0x7A, 0x7A, 0xB1, 0x82, 0x50, 0x5B, 1};
    CHECK(countIn(needles, utf16) == 1);
    const std::vector<std::uint8_t> cp932{0x89, 0xCB, 0x8B, 0xF3, 0x89, 0xD4, 0x8E, 0x71};
    CHECK(countIn(needles, cp932) == 1);
    CHECK(countIn(needles, bytes("架空太郎")) == 0);
}

TEST_CASE("halfANameIsFoundToo")
{
    Needles needles;
    needles.addText("address", "見本町一丁目二番地", 4);

    CHECK(countIn(needles, bytes("一丁目二")) == 1);
    CHECK(countIn(needles, bytes("見本町")) == 0); // three characters are below the window
}

TEST_CASE("aCharacterTheEncodingDoesNotHaveMakesNoNeedleThere")
{
    Needles needles;

    CHECK(needles.addText("name", "𠮷𠮷𠮷") == 3); // not in CP932
}

TEST_CASE("glyphsAreFoundPackedAndInRecords")
{
    Needles needles;
    const std::vector<std::uint32_t> glyphs{40001, 40002, 40003, 40004, 40005, 40006};
    needles.addGlyphRun("glyphs", glyphs);

    std::vector<std::uint8_t> records(glyphs.size() * 12, 0xEE);
    for (std::size_t i = 0; i < glyphs.size(); ++i)
        std::copy_n(reinterpret_cast<const std::uint8_t*>(&glyphs[i]), 4,
                    records.begin() + static_cast<long>(i) * 12);

    CHECK(countIn(needles, {reinterpret_cast<const std::uint8_t*>(glyphs.data()), glyphs.size() * 4}) == 1);
    CHECK(countIn(needles, records) == 1);
    records[12] ^= 1;
    CHECK(countIn(needles, records) == 0);
}

TEST_CASE("aFlatBackgroundIsNoEvidence")
{
    Needles needles;
    std::vector<std::uint8_t> row(64, 0xF0);
    CHECK(needles.addRuns("photo", row, 16, 16) == 0);

    for (std::size_t i = 0; i < row.size(); ++i)
        row[i] = static_cast<std::uint8_t>(i * 7);
    CHECK(needles.addRuns("photo", row, 16, 16) == 4);
}

TEST_CASE("whatIsTooShortToProveAnythingIsRefused")
{
    Needles needles;

    CHECK_FALSE(needles.add("PIN", bytes("123")));
}
