// SPDX-License-Identifier: Apache-2.0
#include "faceauth/watch/MaskTrace.h"

#include "drivers/sim/people/Casting.h"
#include "tests/faceauth/TestPeople.h"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace madoguchi;

namespace {

/// Nothing when nobody is found.
std::optional<double> traceIn(const Image& picture)
{
    const auto faces = testModels().finder.find(picture);
    if (faces.size() != 1)
        return std::nullopt;
    return maskTrace(picture, faces.front().points);
}

Image greyed(Image picture)
{
    for (std::size_t i = 0; i + 2 < picture.pixels.size(); i += 3)
        picture.pixels[i] = picture.pixels[i + 2] = picture.pixels[i + 1];
    return picture;
}

} // namespace

TEST_CASE("nobodyOfThePracticeSeemsToWearAMask")
{
    for (const std::string& name : everybody()) {
        INFO(name);
        const auto trace = traceIn(atDesk(name, 1).front());
        REQUIRE(trace);
        CHECK(*trace < kMaskSeen / 2);
    }
}

TEST_CASE("aMaskOverMouthAndNoseIsSeenOnEverybodyWhoIsFoundBehindIt")
{
    int found = 0;
    for (const std::string& name : everybody()) {
        INFO(name);
        if (const auto trace = traceIn(masked(name, 1).front())) {
            ++found;
            CHECK(*trace > kMaskSeen);
        }
    }
    CHECK(found >= 8);
}

TEST_CASE("aPictureWithoutColourSaysNothingOfMasks")
{
    const auto trace = traceIn(greyed(masked("kouki", 1).front()));

    REQUIRE(trace);
    CHECK(*trace < kMaskSeen);
}

TEST_CASE("pointsBeyondTheFrameSayNothing")
{
    Landmarks nowhere{};
    CHECK(maskTrace(atDesk("hanako", 1).front(), nowhere) == 0);
    nowhere.fill({.x = 1e9, .y = -1e9});
    nowhere[42] = {.x = 1e9 + 50, .y = -1e9};
    CHECK(maskTrace(atDesk("hanako", 1).front(), nowhere) == 0);
}
