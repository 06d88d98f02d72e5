// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "ui/pane/NumberCheck.h"

namespace madoguchi {
namespace {

NumberCheck check(std::string_view digits)
{
    return checkSecurityNumber(digits, 2026);
}

TEST_CASE("eachPartIsJudgedAsSoonAsItIsComplete")
{
    CHECK(check("") == NumberCheck::TooShort);
    CHECK(check("60133") == NumberCheck::TooShort);
    CHECK(check("601332") == NumberCheck::BirthImpossible);
    CHECK(check("600423199") == NumberCheck::TooShort);
    CHECK(check("6004231999") == NumberCheck::ExpiryImpossible);
    CHECK(check("6004232031123") == NumberCheck::TooShort);
    CHECK(check("60042320311234") == NumberCheck::Plausible);
}

TEST_CASE("aDayMustExistInItsMonth")
{
    CHECK(check("600431") == NumberCheck::BirthImpossible);
    CHECK(check("600430") == NumberCheck::TooShort);
    CHECK(check("600230") == NumberCheck::BirthImpossible);
    CHECK(check("600229") == NumberCheck::TooShort); // the year may be one of any era
    CHECK(check("600400") == NumberCheck::BirthImpossible);
    CHECK(check("600023") == NumberCheck::BirthImpossible);
}

TEST_CASE("anExpiryLiesWithinTheLifeOfACard")
{
    CHECK(check("6004232015") == NumberCheck::ExpiryImpossible);
    CHECK(check("6004232016") == NumberCheck::TooShort);
    CHECK(check("6004232037") == NumberCheck::TooShort);
    CHECK(check("6004232038") == NumberCheck::ExpiryImpossible);
}

} // namespace
} // namespace madoguchi
