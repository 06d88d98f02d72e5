// SPDX-License-Identifier: Apache-2.0
#include "faceauth/watch/SkinTracks.h"

#include "DottedFace.h"

#include <catch2/catch.hpp>

using namespace madoguchi;

namespace {

/// Moved, tilted and enlarged as a whole.
Landmarks moved(Landmarks points, double tilt, double zoom, double dx, double dy)
{
    for (Point& point : points) {
        const double x = point.x - 320, y = point.y - 240;
        point = {320 + dx + zoom * (std::cos(tilt) * x - std::sin(tilt) * y),
                 240 + dy + zoom * (std::sin(tilt) * x + std::cos(tilt) * y)};
    }
    return points;
}

/// Where the nose's tip is after a turn by `yaw` in twelve steps.
NoseTravel turned(const DottedFace& solid, double yaw)
{
    constexpr int kSteps = 12;
    SkinTracks tracks{dotted(seen(solid, 0)), seen(solid, 0)};
    for (int i = 1; i <= kSteps; ++i) {
        const Landmarks points = seen(solid, yaw * i / kSteps);
        REQUIRE(tracks.follow(dotted(points), points));
    }
    return tracks.travel();
}

constexpr double kPixel = 0.016; ///< of the cut-out face, per eye distance

} // namespace

TEST_CASE("aNoseThatStandsOutWandersWithTheTurn")
{
    const NoseTravel right = turned(dottedFace(1), 0.45), left = turned(dottedFace(1), -0.45);

    CHECK(right.ridge > 0.1);
    CHECK(right.parallax > 0.2);
    CHECK(left.ridge < -0.1);
    CHECK(left.parallax < -0.2);
}

TEST_CASE("onAnUprightBendTheMiddleLineStaysStraight")
{
    for (const double radius : {80.0, 127.0, 190.0}) {
        INFO(radius);
        CHECK(std::abs(turned(bentFace(radius, Axis::Upright), 0.7).ridge) < 0.04);
    }
}

TEST_CASE("onALevelBendTheNoseStaysBetweenTheEyes")
{
    CHECK(std::abs(turned(bentFace(127, Axis::Level), 0.7).parallax) < 0.12);
}

TEST_CASE("aFaceThatMovesAsAWholeLeavesItsNoseWhereItIs")
{
    const Landmarks still = seen(dottedFace(1), 0);
    SkinTracks tracks{dotted(still), still};

    for (int i = 1; i <= 10; ++i) {
        const Landmarks points = moved(still, 0.02 * i, 1 + 0.005 * i, 4.0 * i, -3.0 * i);
        REQUIRE(tracks.follow(dotted(points), points));
    }

    CHECK(std::abs(tracks.travel().ridge) < kPixel);
    CHECK(std::abs(tracks.travel().parallax) < kPixel);
}

TEST_CASE("whereTheNetworkPutsItsPointsIsOnlyAGuess")
{
    const Landmarks still = seen(dottedFace(1), 0);
    SkinTracks tracks{dotted(still), still};
    auto guessed = seen(dottedFace(1), 0.3);
    for (std::size_t i = 27; i < 36; ++i)
        guessed[i].x += 20;

    REQUIRE(tracks.follow(dotted(still), guessed));

    CHECK(std::abs(tracks.travel().ridge) < kPixel);
    CHECK(std::abs(tracks.travel().parallax) < kPixel);
}

TEST_CASE("whatIsNotThereIsNotFoundAndChangesNothing")
{
    const Landmarks still = seen(dottedFace(1), 0);
    SkinTracks tracks{dotted(still), still};
    const Landmarks aside = seen(dottedFace(1), 0.05);
    REQUIRE(tracks.follow(dotted(aside), aside));
    const NoseTravel before = tracks.travel();

    CHECK_FALSE(tracks.follow(dotted({}), aside));
    CHECK(tracks.travel().ridge == before.ridge);
    CHECK(tracks.follow(dotted(aside), aside));
}
