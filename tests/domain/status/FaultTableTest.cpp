// SPDX-License-Identifier: Apache-2.0
#include "domain/status/FaultTable.h"
#include "domain/text/Texts.h"

#include <catch2/catch.hpp>

#include <set>

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
