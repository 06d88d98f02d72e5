// SPDX-License-Identifier: Apache-2.0
// The geometry of a turn on faces that are computed, without noise. What networks make of drawn people is
// bounded in FaceAttacksTest.
#include "faceauth/watch/HeadTurn.h"

#include "DottedFace.h"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace std::chrono_literals;

namespace {

constexpr auto kFrame = 33ms;

HeadTurn::State look(HeadTurn& challenge, const Landmarks& points, HeadTurn::Time now)
{
    return challenge.observe(dotted(points), points, now);
}

/// A second of looking here, then a turn within a second.
HeadTurn::State turn(HeadTurn& challenge, const DottedFace& solid, double yaw)
{
    auto state = HeadTurn::State::Asking;
    for (int i = 0; i < 60 && state == HeadTurn::State::Asking; ++i)
        state = look(challenge, seen(solid, i < 30 ? 0 : yaw * (i - 30) / 29), kFrame * i);
    return state;
}

const DottedFace kHead = dottedFace(1), kPicture = dottedFace(0);

} // namespace

TEST_CASE("aHeadThatTurnsToTheSideThatWasAskedForIsSolid")
{
    HeadTurn left{TurnSide::Left, 0ms}, right{TurnSide::Right, 0ms};

    CHECK(turn(left, kHead, 0.45) == HeadTurn::State::Solid);
    CHECK(turn(right, kHead, -0.45) == HeadTurn::State::Solid);
}

TEST_CASE("theOtherSideIsNotWhatWasAskedFor")
{
    HeadTurn left{TurnSide::Left, 0ms};

    CHECK(turn(left, kHead, -0.45) == HeadTurn::State::Asking);
}

TEST_CASE("aPictureIsNotSolidHoweverFarItIsTurned")
{
    for (const double yaw : {0.2, 0.45, 0.8, 1.2}) {
        HeadTurn challenge{TurnSide::Left, 0ms};
        CHECK(turn(challenge, kPicture, yaw) == HeadTurn::State::Asking);
    }
}

TEST_CASE("aPictureOnWhichTheNetworkSeesAHeadTurnIsNotSolid")
{
    HeadTurn challenge{TurnSide::Left, 0ms};

    for (int i = 0; i < 60; ++i) {
        const double yaw = i < 30 ? 0 : 0.45 * (i - 30) / 29;
        CHECK(challenge.observe(dotted(seen(kPicture, yaw)), seen(kHead, yaw), kFrame * i) ==
              HeadTurn::State::Asking);
    }
    CHECK(challenge.figures()); // it was looked at
}

TEST_CASE("aSheetIsNotSolidHoweverItIsBent")
{
    for (const double radius : {65.0, 127.0, 190.0}) { // 4 to 12 cm, where the eyes are 6.3 cm apart
        INFO(radius);
        HeadTurn upright{TurnSide::Left, 0ms};
        CHECK(turn(upright, bentFace(radius, Axis::Upright), 0.8) == HeadTurn::State::Asking);
    }
    for (const double radius : {127.0, 190.0}) { // rolled tighter, brows and chin are out of sight
        INFO(radius);
        HeadTurn level{TurnSide::Left, 0ms};
        CHECK(turn(level, bentFace(radius, Axis::Level), 0.8) == HeadTurn::State::Asking);
    }
}

TEST_CASE("aNoseMustWanderBothFromItsRidgeAndFromBetweenTheEyes")
{
    constexpr double kMuch = 0.3, kLittle = 0.04;
    const auto solid = [](double ridge, double parallax) {
        return isSolid({.bend = kMuch, .depth = kMuch, .nose = {.ridge = ridge, .parallax = parallax}});
    };

    CHECK(solid(kMuch, kMuch));
    CHECK_FALSE(solid(kLittle, kMuch));
    CHECK_FALSE(solid(kMuch, kLittle));
    CHECK_FALSE(solid(-kMuch, -kMuch)); // it wandered to the other side
}

TEST_CASE("pointsThatGlassesMisleadDoNotKeepANoseFromBeingSeen")
{
    constexpr NoseTravel kFar{.ridge = 0.3, .parallax = 0.3};

    CHECK(isSolid({.bend = 0.021, .depth = 0.009, .nose = kFar}));
    CHECK_FALSE(isSolid({.bend = 0.005, .depth = 0.009, .nose = kFar})); // it did not turn
    CHECK_FALSE(isSolid({.bend = 0.021, .depth = 0.003, .nose = kFar}));
}

TEST_CASE("whoBeginsALittleTurnedIsMeasuredFromTheFront")
{
    HeadTurn challenge{TurnSide::Left, 0ms};
    auto state = HeadTurn::State::Asking;
    for (int i = 0; i < 60 && state == HeadTurn::State::Asking; ++i) {
        const double back = 0.15 * std::max(0.0, 1 - i / 15.0), turn = 0.35 * std::max(0, i - 30) / 29;
        state = look(challenge, seen(kHead, back + turn), kFrame * i);
    }

    CHECK(state == HeadTurn::State::Solid);
}

TEST_CASE("whoBlinksWhileTheyTurnHasTurned")
{
    HeadTurn challenge{TurnSide::Left, 0ms};
    auto state = HeadTurn::State::Asking;
    for (int i = 0; i < 60 && state == HeadTurn::State::Asking; ++i) {
        const Landmarks points = seen(kHead, i < 30 ? 0 : 0.45 * (i - 30) / 29);
        const bool shut = i >= 34 && i < 38;
        state = challenge.observe(shut ? dotted({}) : dotted(points), points, kFrame * i);
    }

    CHECK(state == HeadTurn::State::Solid);
}

TEST_CASE("aFaceThatIsNotFoundAgainStartsAnew")
{
    HeadTurn challenge{TurnSide::Left, 0ms};
    static_cast<void>(look(challenge, seen(kHead, 0), 0ms));
    REQUIRE(challenge.frames() == 1);

    // The network sees the face, and it is another one's.
    const Image another = dotted({});
    for (auto now = kFrame; now <= HeadTurn::kLongestPause + 2 * kFrame; now += kFrame)
        static_cast<void>(challenge.observe(another, seen(kHead, 0.45), now));

    CHECK(challenge.frames() == 0);
}

TEST_CASE("aLittleShakeOfTheHeadIsNotEnough")
{
    HeadTurn challenge{TurnSide::Left, 0ms};

    CHECK(turn(challenge, kHead, 0.08) == HeadTurn::State::Asking);
}

TEST_CASE("whoDoesNotTurnIsInDoubtWhenPatienceEnds")
{
    HeadTurn challenge{TurnSide::Left, 0ms};
    const auto straight = seen(kHead, 0);

    for (auto now = 0ms; now < HeadTurn::kPatience; now += kFrame)
        CHECK(look(challenge, straight, now) == HeadTurn::State::Asking);
    CHECK(look(challenge, straight, HeadTurn::kPatience) == HeadTurn::State::Doubtful);
}

TEST_CASE("aPictureSwappedForAHeadBehindItsBackStartsAnew")
{
    HeadTurn challenge{TurnSide::Left, 0ms};
    for (int i = 0; i < 10; ++i)
        static_cast<void>(look(challenge, seen(kPicture, 0), kFrame * i));
    static_cast<void>(challenge.observe(dotted({}), std::nullopt, kFrame * 10));

    const auto after = kFrame * 10 + HeadTurn::kLongestGap;
    for (int i = 0; i < 10;
         ++i) // only turned frames of the head are seen: there is no straight one to begin with
        CHECK(look(challenge, seen(kHead, 0.45), after + kFrame * i) == HeadTurn::State::Asking);
}

TEST_CASE("aBusyMachineThatSkipsFramesLosesNobody")
{
    HeadTurn challenge{TurnSide::Left, 0ms};
    for (int i = 0; i < 10; ++i)
        static_cast<void>(look(challenge, seen(kHead, 0), kFrame * i));

    const auto after = kFrame * 9 + HeadTurn::kLongestPause;
    auto state = HeadTurn::State::Asking;
    for (int i = 0; i < 10 && state == HeadTurn::State::Asking; ++i)
        state = look(challenge, seen(kHead, 0.045 * (i + 1)), after + kFrame * i);

    CHECK(state == HeadTurn::State::Solid);
}

TEST_CASE("aTurnInVainIsTriedAnewFromTheFront")
{
    HeadTurn challenge{TurnSide::Left, 0ms};
    int i = 0;
    for (; i < 10; ++i)
        static_cast<void>(look(challenge, seen(kPicture, 0), kFrame * i));
    // A picture on which the network sees the nose wander far enough to look again and again.
    const Landmarks straight = seen(kPicture, 0);
    auto aside = straight;
    for (std::size_t nose = 27; nose < 36; ++nose)
        aside[nose].x += 15;
    const int held = static_cast<int>(HeadTurn::kHeldAside / kFrame) + 2;
    for (const int end = i + held; i < end; ++i)
        CHECK(challenge.observe(dotted(straight), aside, kFrame * i) == HeadTurn::State::Asking);

    CHECK(challenge.frames() == 0);
    static_cast<void>(look(challenge, seen(kHead, 0), kFrame * i));
    CHECK(challenge.frames() == 1);
}

TEST_CASE("fewFramesSayNothing")
{
    const std::vector<Landmarks> frames(4, seen(kHead, 0.3));

    constexpr NoseTravel kFar{.ridge = 1, .parallax = 1};
    CHECK_FALSE(isSolid(turnFigures(frames, kFar)));
    CHECK_FALSE(isSolid(turnFigures({}, kFar)));
}
