// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "ui/kiosk/PinEntry.h"

namespace madoguchi {
namespace {

void type(PinEntry& entry, std::initializer_list<int> digits)
{
    for (const auto digit : digits)
        entry.press(digit);
}

TEST_CASE("fourDigitsMakeAPinAndAFifthIsIgnored")
{
    PinEntry entry;

    type(entry, {2, 0, 9, 7, 5});

    CHECK(entry.complete());
    CHECK(entry.take() == "2097");
}

TEST_CASE("whatIsNoDigitIsIgnored")
{
    PinEntry entry;

    type(entry, {-1, 10, 300});

    CHECK(entry.count() == 0);
}

TEST_CASE("aPinCanBeTakenOnlyOnce")
{
    PinEntry entry;
    type(entry, {1, 2, 3, 4});

    const auto first = entry.take();
    const auto second = entry.take();

    CHECK(first == "1234");
    CHECK(second.empty());
    CHECK(entry.count() == 0);
}

TEST_CASE("anIncompletePinIsNotGivenOut")
{
    PinEntry entry;
    type(entry, {1, 2, 3});

    CHECK(entry.take().empty());
    CHECK(entry.count() == 3);
}

TEST_CASE("oneDigitCanBeTakenBackAndAllCleared")
{
    PinEntry entry;
    type(entry, {1, 2, 3});

    entry.takeBack();
    const auto afterBack = entry.count();
    entry.clear();
    entry.takeBack();

    CHECK(afterBack == 2);
    CHECK(entry.count() == 0);
}

} // namespace
} // namespace madoguchi
