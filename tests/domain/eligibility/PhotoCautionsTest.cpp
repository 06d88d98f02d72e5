// SPDX-License-Identifier: Apache-2.0
#include "domain/eligibility/PhotoCautions.h"

#include <catch2/catch.hpp>

using namespace madoguchi;

namespace {

constexpr CivilDate day(int year, unsigned month, unsigned dayOfMonth)
{
    return CivilDate{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{dayOfMonth}};
}

ChipPortrait card(std::optional<CivilDate> birth, std::optional<CivilDate> expiry)
{
    return {.jpeg2000 = {}, .birth = birth, .expiry = expiry};
}

constexpr CivilDate kToday = day(2026, 11, 30);

} // namespace

TEST_CASE("anAdultWithANewPhotoNeedsNobody")
{
    CHECK(cautionsFor(card(day(1988, 4, 12), day(2033, 4, 12)), kToday) == FaceCautions{});
}

TEST_CASE("whoeverIsUnderSixteenIsAMinorUntilTheBirthday")
{
    const auto minorOn = [](CivilDate today) {
        return cautionsFor(card(day(2011, 3, 2), day(2029, 3, 2)), today).minor;
    };

    CHECK(minorOn(day(2027, 3, 1)));
    CHECK_FALSE(minorOn(day(2027, 3, 2)));
}

TEST_CASE("aPhotoIsOldSixYearsAfterTheCardCanHaveBeenIssued")
{
    // Ten birthdays: issued on 2024-04-12 at the earliest.
    const auto oldOn = [](CivilDate today) {
        return cautionsFor(card(day(1988, 4, 12), day(2034, 4, 12)), today).oldPhoto;
    };

    CHECK_FALSE(oldOn(day(2030, 4, 12)));
    CHECK(oldOn(day(2030, 4, 13)));
}

TEST_CASE("aMinorsCardIsGoodForFiveBirthdaysAndItsPhotoIsNeverOld")
{
    const ChipPortrait child = card(day(2012, 6, 1), day(2029, 6, 1));
    const ChipPortrait grown = card(day(2007, 6, 1), day(2029, 6, 1)); // issued at seventeen, now nineteen

    CHECK(cautionsFor(child, day(2029, 6, 1)) == FaceCautions{.minor = false, .oldPhoto = false});
    CHECK(cautionsFor(child, kToday) == FaceCautions{.minor = true, .oldPhoto = false});
    CHECK(cautionsFor(grown, day(2029, 6, 1)) == FaceCautions{});
}

TEST_CASE("theYoungestAdultsCardIsNotTakenForAMinors")
{
    // Issued at eighteen: twenty-eight on the last day.
    CHECK(cautionsFor(card(day(2000, 6, 1), day(2028, 6, 1)), kToday).oldPhoto);
}

TEST_CASE("somebodyBornOnALeapDayIsNoException")
{
    const ChipPortrait leapling = card(day(1984, 2, 29), day(2034, 2, 28));

    CHECK_FALSE(cautionsFor(leapling, day(2030, 2, 28)).oldPhoto);
    CHECK(cautionsFor(leapling, day(2030, 3, 2)).oldPhoto);
}

TEST_CASE("whatACardDoesNotSayIsTakenForTheCautiousAnswer")
{
    CHECK(cautionsFor(card({}, day(2033, 4, 12)), kToday) == FaceCautions{.minor = true, .oldPhoto = true});
    CHECK(cautionsFor(card(day(1988, 4, 12), {}), kToday) == FaceCautions{.minor = false, .oldPhoto = true});
}
