// SPDX-License-Identifier: Apache-2.0
#include "domain/status/FaultTable.h"
#include "domain/text/Texts.h"

#include <catch2/catch.hpp>

#include <array>
#include <fstream>
#include <set>
#include <string>
#include <vector>

using namespace madoguchi;

TEST_CASE("everyFaultHasWordsInBothLanguagesAndACodeOfItsOwn")
{
    std::set<std::string_view> codes;

    for (const auto& row : faultTable()) {
        INFO(row.supportCode);
        CHECK_FALSE(text(row.headline, Language::Japanese).empty());
        CHECK_FALSE(text(row.headline, Language::English).empty());
        CHECK_FALSE(text(row.advice, Language::Japanese).empty());
        CHECK_FALSE(text(row.advice, Language::English).empty());
        CHECK(codes.insert(row.supportCode).second);
    }
}

TEST_CASE("faultRowFindsTheRowOfItsCode")
{
    CHECK(faultRow(FaultCode::ReaderMissing).supportCode == "R-01");
    CHECK(faultRow(FaultCode::PinLocked).supportCode == "P-02");
    CHECK(faultRow(FaultCode::Internal).code == FaultCode::Internal);
}

namespace {

std::string_view name(Actor actor)
{
    constexpr std::array<std::string_view, 4> kNames{"patient", "staff", "administrator", "municipality"};
    return kNames[static_cast<std::size_t>(actor)];
}

std::string pageLine(const FaultRow& row)
{
    std::string line = "| " + std::string{row.supportCode};
    for (const auto language : {Language::Japanese, Language::English})
        for (const auto sentence : {row.headline, row.advice})
            line += " | " + std::string{text(sentence, language)};
    return line + " | " + std::string{name(row.actor)} + " | " + (row.retry ? "yes" : "no") + " |";
}

} // namespace

// If this fails: the lines it misses belong into .github/FAULTS.md, and no others.
TEST_CASE("theFaultsPageShowsTheTableAsItIs")
{
    std::vector<std::string> shown;
    std::ifstream page{MADO_SOURCE_DIR "/.github/FAULTS.md"};
    for (std::string line; std::getline(page, line);)
        if (line.size() > 6 && line.rfind("| ", 0) == 0 && line[3] == '-')
            shown.push_back(line);

    std::vector<std::string> table;
    for (const auto& row : faultTable())
        table.push_back(pageLine(row));
    CHECK(shown == table);
}
