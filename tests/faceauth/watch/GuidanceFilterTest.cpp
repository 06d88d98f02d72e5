// SPDX-License-Identifier: Apache-2.0
#include "faceauth/watch/GuidanceFilter.h"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace std::chrono_literals;

TEST_CASE("theFirstInstructionIsGivenAtOnce")
{
    GuidanceFilter filter;

    CHECK(filter.observe(Guidance::LookHere, 0ms) == Guidance::LookHere);
}

TEST_CASE("anInstructionIsNotRepeated")
{
    GuidanceFilter filter;
    (void)filter.observe(Guidance::Closer, 0ms);

    CHECK_FALSE(filter.observe(Guidance::Closer, 5000ms));
}

TEST_CASE("anInstructionThatComesAndGoesIsNotGiven")
{
    GuidanceFilter filter;
    (void)filter.observe(Guidance::Closer, 0ms);

    for (auto now = 33ms; now < 5000ms; now += 66ms) {
        CHECK_FALSE(filter.observe(Guidance::MoreLight, now));
        CHECK_FALSE(filter.observe(Guidance::Closer, now + 33ms));
    }
}

TEST_CASE("anInstructionStaysLongEnoughToBeRead")
{
    GuidanceFilter filter;
    (void)filter.observe(Guidance::Closer, 0ms);

    std::optional<std::chrono::milliseconds> changed;
    for (auto now = 33ms; now < 2000ms && !changed; now += 33ms)
        if (filter.observe(Guidance::MoreLight, now))
            changed = now;

    REQUIRE(changed);
    CHECK(*changed >= GuidanceFilter::kReadable);
}

TEST_CASE("goodIsToldAtOnce")
{
    GuidanceFilter filter;
    (void)filter.observe(Guidance::Closer, 0ms);

    CHECK(filter.observe(Guidance::Good, 33ms) == Guidance::Good);
}

TEST_CASE("oneBadFrameDoesNotTakeGoodAway")
{
    GuidanceFilter filter;
    (void)filter.observe(Guidance::Good, 0ms);

    CHECK_FALSE(filter.observe(Guidance::LookHere, 2000ms));
    CHECK_FALSE(filter.observe(Guidance::Good, 2033ms));
}
