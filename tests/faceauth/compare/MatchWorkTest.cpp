// SPDX-License-Identifier: Apache-2.0
#include "faceauth/compare/MatchWork.h"

#include <catch2/catch.hpp>

using namespace madoguchi;

namespace {

FaceShot ranked(double rank)
{
    FaceShot shot;
    shot.rank = rank;
    return shot;
}

} // namespace

TEST_CASE("aNewerShotReplacesAnUnfetchedOne")
{
    MatchWorkBox box;
    box.put(ranked(1));
    box.put(ranked(2));

    const auto work = box.take({});

    REQUIRE(work);
    REQUIRE(work->shot);
    CHECK(work->shot->rank == 2);
}

TEST_CASE("theShotOfSomebodyWhoLeftIsNotHandedOut")
{
    MatchWorkBox box;
    box.put(ranked(1));
    box.forget();

    const auto work = box.take({});

    REQUIRE(work);
    CHECK(work->forget);
    CHECK_FALSE(work->shot);
}

TEST_CASE("aTurnReplacesShotsFromBeforeIt")
{
    MatchWorkBox box;
    box.put(ranked(1));
    box.put(TurnShots{ranked(2), ranked(3)});

    const auto work = box.take({});

    REQUIRE(work);
    CHECK_FALSE(work->shot);
    REQUIRE(work->turned);
    CHECK(work->turned->straight.rank == 2);
}

TEST_CASE("theTurnOfSomebodyWhoLeftIsNotHandedOut")
{
    MatchWorkBox box;
    box.put(TurnShots{ranked(2), ranked(3)});
    box.forget();

    const auto work = box.take({});

    REQUIRE(work);
    CHECK_FALSE(work->turned);
}

TEST_CASE("theReferenceIsNotLostAmongShots")
{
    MatchWorkBox box;
    box.put(FaceReferencePhoto{ChipPortrait{{1, 2, 3}}, {.minor = true}});
    box.put(ranked(1));
    box.forget();

    const auto work = box.take({});

    REQUIRE(work);
    REQUIRE(work->reference);
    CHECK(work->reference->portrait.jpeg2000.size() == 3);
    CHECK(work->reference->cautions == FaceCautions{.minor = true});
}

TEST_CASE("theNewestGlancesAreKeptInTheirOrder")
{
    MatchWorkBox box;
    for (int width = 1; width <= 7; ++width)
        box.putGlance({.width = width, .pixels = {}});

    const auto work = box.take({});

    REQUIRE(work);
    REQUIRE(work->glances.size() == MatchWorkBox::kMostGlances);
    CHECK(work->glances.front().width == 3);
    CHECK(work->glances.back().width == 7);
}

TEST_CASE("glancesAtSomebodyWhoLeftOrFromBeforeATurnAreNotHandedOut")
{
    MatchWorkBox box;
    box.putGlance({});
    box.forget();
    auto work = box.take({});
    REQUIRE(work);
    CHECK(work->glances.empty());

    box.putGlance({});
    box.put(TurnShots{ranked(2), ranked(3)});
    work = box.take({});
    REQUIRE(work);
    CHECK(work->glances.empty());
}

TEST_CASE("aStopEndsTheWaiting")
{
    MatchWorkBox box;
    std::stop_source stop;
    stop.request_stop();

    CHECK_FALSE(box.take(stop.get_token()));
}
