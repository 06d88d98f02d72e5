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

TEST_CASE("aNameIsWordsOfTheReadersName")
{
    CHECK(isOurs("Maker Reader X 00 00", "Reader X"));
    CHECK(isOurs("Maker Reader X 00 00", "Maker"));
    CHECK_FALSE(isOurs("Maker Reader X 00 00", "eader X"));
    CHECK(isOurs("Reader X 00 00", "Reader X 00 00"));
    CHECK(isOurs("Reader X 00 00", "Reader X"));
    CHECK(isOurs("Reader X 00 00", ""));
    CHECK_FALSE(isOurs("Reader XL 00 00", "Reader X"));
    CHECK_FALSE(isOurs("Reader", "Reader X"));
}

TEST_CASE("aVirtualReaderIsTakenInPracticeAlone")
{
    const std::vector<ReaderState> readers{{"Virtual PCD 00 00", true, 1},
                                           {"Patient Reader 01 00", false, 0}};

    for (const auto* name : {"", "Virtual PCD", "PCD", "00 00"}) {
        INFO(name);
        const auto* chosen = chooseReader(readers, name);
        CHECK((chosen == nullptr || chosen->name == "Patient Reader 01 00"));
        CHECK(chooseReader(readers, {name, VirtualReaders::Taken})->name == "Virtual PCD 00 00");
    }
    CHECK_FALSE(isOurs("VPCD by another name", ""));
}
