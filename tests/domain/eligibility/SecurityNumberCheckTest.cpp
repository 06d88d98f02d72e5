// SPDX-License-Identifier: Apache-2.0
#include "domain/eligibility/SecurityNumberCheck.h"

#include <catch2/catch.hpp>

using namespace madoguchi;

TEST_CASE("onlyANumberThatCanBeRightIsPlausible")
{
    const std::pair<const char*, bool> rows[]{
        {"55021720352285", true},   {"02022920300001", true}, // born on a leap day of some era year
        {"00123120301234", true},   {"5502172035228", false},
        {"550217203522855", false}, {"5502172035228A", false},
        {"55001720352285", false},  {"55131720352285", false},
        {"55023020352285", false},  {"55043120352285", false},
        {"55020020352285", false},  {"", false},
    };

    for (const auto& [number, plausible] : rows) {
        INFO(number);
        CHECK(isPlausible(number) == plausible);
    }
}

TEST_CASE("theExpiryYearIsTakenFromTheMiddle")
{
    CHECK(expiresIn("55021720352285", std::chrono::year{2035}));
    CHECK_FALSE(expiresIn("55021720352285", std::chrono::year{2036}));
}

TEST_CASE("aCameraStopsSpendingTriesBeforeAPersonDoes")
{
    const SecurityNumberPolicy policy;

    CHECK(maySpendTry(policy, NumberSource::Camera, 10));
    CHECK(maySpendTry(policy, NumberSource::Camera, 6));
    CHECK_FALSE(maySpendTry(policy, NumberSource::Camera, 5));
    CHECK(maySpendTry(policy, NumberSource::Staff, 5));
    CHECK(maySpendTry(policy, NumberSource::Staff, 3));
    CHECK_FALSE(maySpendTry(policy, NumberSource::Staff, 2));
}
