// SPDX-License-Identifier: Apache-2.0
#include "drivers/card/ReaderChoice.h"

#include <catch2/catch.hpp>
#include <vector>

using namespace madoguchi;

TEST_CASE("theReaderWithACardIsChosen")
{
    const std::vector<ReaderState> readers{{"A 00 00", false, 0}, {"B 01 00", true, 1}, {"C 02 00", true, 1}};

    REQUIRE(chooseReader(readers, ""));
    CHECK(chooseReader(readers, "")->name == "B 01 00");
}

TEST_CASE("theConfiguredReaderWinsOverOneWithACard")
{
    const std::vector<ReaderState> readers{{"Staff Reader 00 00", true, 1},
                                           {"Patient Reader 01 00", false, 0}};

    REQUIRE(chooseReader(readers, "Patient Reader"));
    CHECK(chooseReader(readers, "Patient Reader")->name == "Patient Reader 01 00");
    CHECK(chooseReader(readers, "Absent Reader") == nullptr);
}

TEST_CASE("emptyReadersAreBetterThanNone")
{
    const std::vector<ReaderState> readers{{"A 00 00", false, 0}, {"B 01 00", false, 0}};

    REQUIRE(chooseReader(readers, ""));
    CHECK(chooseReader(readers, "")->name == "A 00 00");
    CHECK(chooseReader({}, "") == nullptr);
}

TEST_CASE("aNameMatchesWholeOrUpToASpace")
{
    CHECK(isOurs("Reader X 00 00", "Reader X 00 00"));
    CHECK(isOurs("Reader X 00 00", "Reader X"));
    CHECK(isOurs("Reader X 00 00", ""));
    CHECK_FALSE(isOurs("Reader XL 00 00", "Reader X"));
    CHECK_FALSE(isOurs("Reader", "Reader X"));
}
