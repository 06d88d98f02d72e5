// SPDX-License-Identifier: Apache-2.0
#include "domain/status/FaultTable.h"

#include <catch2/catch.hpp>

#include <set>

using namespace madoguchi;

TEST_CASE("everyFaultHasWordsInBothLanguagesAndACodeOfItsOwn")
{
    std::set<std::string_view> codes;

    for (const auto& row : faultTable()) {
        INFO(row.supportCode);
        CHECK_FALSE(row.headline.ja.empty());
        CHECK_FALSE(row.headline.en.empty());
        CHECK_FALSE(row.advice.ja.empty());
        CHECK_FALSE(row.advice.en.empty());
        CHECK(codes.insert(row.supportCode).second);
    }
}

TEST_CASE("faultRowFindsTheRowOfItsCode")
{
    CHECK(faultRow(FaultCode::ReaderMissing).supportCode == "R-01");
    CHECK(faultRow(FaultCode::PinLocked).supportCode == "P-02");
    CHECK(faultRow(FaultCode::Internal).code == FaultCode::Internal);
}
