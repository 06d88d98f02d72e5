// SPDX-License-Identifier: Apache-2.0
#include "faceauth/watch/BestShot.h"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace std::chrono_literals;

namespace {

FaceShot shotAt(std::chrono::milliseconds time, double rank)
{
    FaceShot shot;
    shot.frame.captured = time;
    shot.rank = rank;
    return shot;
}

} // namespace

TEST_CASE("theBestShotOfAWindowIsDueWhenItEnds")
{
    BestShot best;

    best.offer(shotAt(1000ms, 1.0));
    best.offer(shotAt(1040ms, 3.0));
    best.offer(shotAt(1080ms, 2.0));

    CHECK_FALSE(best.due(1089ms));
    const auto due = best.due(1090ms);
    REQUIRE(due);
    CHECK(due->rank == 3.0);
}

TEST_CASE("aShotIsHandedOutOnce")
{
    BestShot best;
    best.offer(shotAt(0ms, 1.0));

    CHECK(best.due(200ms));

    CHECK_FALSE(best.due(400ms));
}

TEST_CASE("aClearedShotIsGone")
{
    BestShot best;
    best.offer(shotAt(0ms, 1.0));

    best.clear();

    CHECK_FALSE(best.due(500ms));
}

TEST_CASE("threeShotsAreDueWithinHalfASecondOfCamera")
{
    BestShot best;
    int shots = 0;
    std::chrono::milliseconds now{0};

    for (; shots < 3; now += 33ms) {
        best.offer(shotAt(now, 1.0));
        shots += best.due(now) ? 1 : 0;
    }

    CHECK(now <= 500ms);
}
