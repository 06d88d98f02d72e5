// SPDX-License-Identifier: Apache-2.0
#include "faceauth/compare/ShotComparison.h"

#include <catch2/catch.hpp>
#include <cmath>

using namespace madoguchi;

namespace {

/// For unit vectors of the plane.
const ScoreRule& rule()
{
    static const ScoreRule kRule{
        {{.shots = 1, .accept = 0.4, .ask = 0.8}, {.shots = 3, .accept = 0.5, .ask = 0.8}}};
    return kRule;
}

/// A face at this distance from face(0).
Embedding face(double distance)
{
    const double angle = 2 * std::asin(distance / 2);
    return {static_cast<float>(std::cos(angle)), static_cast<float>(std::sin(angle))};
}

ShotComparison withCard()
{
    ShotComparison comparison{rule()};
    comparison.setCard(face(0));
    return comparison;
}

Nearness nearness(const ShotComparison& comparison)
{
    return comparison.face().nearness;
}

} // namespace

TEST_CASE("threeShotsOfTheHolderAreNear")
{
    auto comparison = withCard();

    comparison.add(face(0.3));
    comparison.add(face(0.4));
    CHECK(nearness(comparison) == Nearness::Unknown);
    comparison.add(face(0.35));

    const FaceDistance found = comparison.face();
    CHECK(found.nearness == Nearness::Near);
    CHECK(found.shots == 3);
    CHECK(found.score == Approx(0.35).margin(0.01));
    CHECK(found.threshold == 0.5);
}

TEST_CASE("greyWaitsForFiveShots")
{
    auto comparison = withCard();

    for (int shot = 0; shot < 4; ++shot) {
        comparison.add(face(0.7));
        CHECK(nearness(comparison) == Nearness::Unknown);
    }
    comparison.add(face(0.7));

    CHECK(nearness(comparison) == Nearness::Grey);
    CHECK(comparison.face().shots == 5);
}

TEST_CASE("somebodyElseIsFar")
{
    auto comparison = withCard();

    for (int shot = 0; shot < 5; ++shot)
        comparison.add(face(1.3));

    CHECK(nearness(comparison) == Nearness::Far);
}

TEST_CASE("withoutACardThereIsNoDistanceAndShotsAreKept")
{
    ShotComparison comparison{rule()};
    for (int shot = 0; shot < 8; ++shot)
        comparison.add(face(0.2));
    CHECK(nearness(comparison) == Nearness::Unknown);

    comparison.setCard(face(0));

    CHECK(nearness(comparison) == Nearness::Near);
    CHECK(comparison.face().shots == 5);
}

TEST_CASE("shotsOfTwoPeopleAreNeverAveraged")
{
    auto comparison = withCard();
    comparison.add(face(1.3));
    comparison.add(face(1.3));

    comparison.add(face(0.1)); // the holder steps in
    comparison.add(face(0.1));
    CHECK(nearness(comparison) == Nearness::Unknown);
    comparison.add(face(0.1));

    CHECK(comparison.face().shots == 3);
    CHECK(comparison.face().score == Approx(0.1).margin(0.01));
}

TEST_CASE("twoGoodShotsOfTheHolderDoNotCarryAStranger")
{
    auto comparison = withCard();
    comparison.add(face(0.1));
    comparison.add(face(0.1));

    comparison.add(face(1.3));

    CHECK(nearness(comparison) == Nearness::Unknown);
}

TEST_CASE("afterATurnOnlyTheFaceThatTurnedCounts")
{
    auto comparison = withCard();
    REQUIRE(comparison.turned(face(1.3), face(1.25)));

    for (int shot = 0; shot < ShotComparison::kMostStrangers; ++shot) {
        CHECK_FALSE(comparison.othersCame());
        comparison.add(face(0.1)); // the holder's picture, held up after somebody else's turn
    }

    CHECK(comparison.othersCame());
    CHECK(nearness(comparison) == Nearness::Unknown);
}

TEST_CASE("aSecondLookIsHeldToTheStrictestLimit")
{
    const auto looked = [](double distance, bool turned) {
        auto comparison = withCard();
        if (turned)
            REQUIRE(comparison.turned(face(0.2), face(0.4)));
        for (int shot = 0; shot < 5; ++shot)
            comparison.add(face(distance));
        return nearness(comparison);
    };

    CHECK(looked(0.45, false) == Nearness::Near);
    CHECK(looked(0.45, true) == Nearness::Grey);
    CHECK(looked(0.35, true) == Nearness::Near);
}

TEST_CASE("theHolderWhoTurnedIsNearByShotsFromAfterTheTurn")
{
    auto comparison = withCard();
    comparison.add(face(0.1));
    comparison.add(face(0.1));
    REQUIRE(comparison.turned(face(0.2), face(0.4)));

    comparison.add(face(0.1));
    comparison.add(face(0.1));
    CHECK(nearness(comparison) == Nearness::Unknown);
    comparison.add(face(0.1));

    CHECK(nearness(comparison) == Nearness::Near);
}

TEST_CASE("aTurnOfTwoFacesIsNone")
{
    auto comparison = withCard();

    CHECK_FALSE(comparison.turned(face(0.1), face(1.3)));
}

TEST_CASE("clearedShotsDoNotCount")
{
    auto comparison = withCard();
    comparison.add(face(0.1));
    comparison.add(face(0.1));

    comparison.clear();
    comparison.add(face(0.1));

    CHECK(nearness(comparison) == Nearness::Unknown);
}
