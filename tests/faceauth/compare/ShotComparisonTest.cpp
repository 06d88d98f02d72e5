// SPDX-License-Identifier: Apache-2.0
#include "faceauth/compare/ShotComparison.h"

#include <catch2/catch.hpp>
#include <cmath>

using namespace madoguchi;

namespace {

/// Plain distances between unit vectors of the plane.
const ScoreRule& rule()
{
    static const ScoreRule kRule{{Centring{.centroids = {{0, 0}}, .transform = {}}},
                                 {{.shots = 1, .accept = 0.5, .ask = 0.8}}};
    return kRule;
}

/// A face at this distance from face(0).
FaceTemplate face(double distance)
{
    const double angle = 2 * std::asin(distance / 2);
    return {{static_cast<float>(std::cos(angle)), static_cast<float>(std::sin(angle))}};
}

ShotComparison withCard()
{
    ShotComparison comparison{rule()};
    comparison.setCard(face(0));
    return comparison;
}

} // namespace

TEST_CASE("threeShotsOfTheHolderAreAccepted")
{
    auto comparison = withCard();

    comparison.add(face(0.3));
    comparison.add(face(0.4));
    CHECK_FALSE(comparison.decision());
    comparison.add(face(0.35));

    const auto decision = comparison.decision();
    REQUIRE(decision);
    CHECK(decision->verdict == FaceVerdict::Accepted);
    CHECK(decision->shots == 3);
    CHECK(decision->score == Approx(0.35).margin(0.01));
    CHECK(decision->threshold == 0.5);
}

TEST_CASE("greyZoneWaitsForFiveShotsAndAsksStaff")
{
    auto comparison = withCard();

    for (int shot = 0; shot < 4; ++shot) {
        comparison.add(face(0.7));
        CHECK_FALSE(comparison.decision());
    }
    comparison.add(face(0.7));

    const auto decision = comparison.decision();
    REQUIRE(decision);
    CHECK(decision->verdict == FaceVerdict::AskStaff);
    CHECK(decision->shots == 5);
}

TEST_CASE("somebodyElseIsNotConfirmedButNeverRefused")
{
    auto comparison = withCard();

    for (int shot = 0; shot < 5; ++shot)
        comparison.add(face(1.3));

    REQUIRE(comparison.decision());
    CHECK(comparison.decision()->verdict == FaceVerdict::NotYet);
}

TEST_CASE("withoutACardThereIsNoDecisionAndShotsAreKept")
{
    ShotComparison comparison{rule()};
    for (int shot = 0; shot < 8; ++shot)
        comparison.add(face(0.2));
    CHECK_FALSE(comparison.decision());

    comparison.setCard(face(0));

    const auto decision = comparison.decision();
    REQUIRE(decision);
    CHECK(decision->verdict == FaceVerdict::Accepted);
    CHECK(decision->shots == 5);
}

TEST_CASE("shotsOfTwoPeopleAreNeverAveraged")
{
    auto comparison = withCard();
    comparison.add(face(1.3));
    comparison.add(face(1.3));

    comparison.add(face(0.1)); // the holder steps in
    comparison.add(face(0.1));
    CHECK_FALSE(comparison.decision());
    comparison.add(face(0.1));

    REQUIRE(comparison.decision());
    CHECK(comparison.decision()->shots == 3);
    CHECK(comparison.decision()->score == Approx(0.1).margin(0.01));
}

TEST_CASE("twoGoodShotsOfTheHolderDoNotCarryAStranger")
{
    auto comparison = withCard();
    comparison.add(face(0.1));
    comparison.add(face(0.1));

    comparison.add(face(1.3));

    CHECK_FALSE(comparison.decision());
}

TEST_CASE("afterATurnOnlyTheFaceThatTurnedCounts")
{
    auto comparison = withCard();
    REQUIRE(comparison.turned(face(1.3), face(1.25)));

    for (int shot = 0; shot < ShotComparison::kMostStrangers; ++shot) {
        CHECK_FALSE(comparison.decision());
        comparison.add(face(0.1)); // the holder's picture, held up after somebody else's turn
    }

    REQUIRE(comparison.decision());
    CHECK(comparison.decision()->verdict == FaceVerdict::AskStaff);
}

TEST_CASE("theHolderWhoTurnedIsAcceptedByShotsFromAfterTheTurn")
{
    auto comparison = withCard();
    comparison.add(face(0.1));
    comparison.add(face(0.1));
    REQUIRE(comparison.turned(face(0.2), face(0.4)));

    comparison.add(face(0.1));
    comparison.add(face(0.1));
    CHECK_FALSE(comparison.decision());
    comparison.add(face(0.1));

    REQUIRE(comparison.decision());
    CHECK(comparison.decision()->verdict == FaceVerdict::Accepted);
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

    CHECK_FALSE(comparison.decision());
}
