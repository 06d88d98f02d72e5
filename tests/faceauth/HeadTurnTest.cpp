// SPDX-License-Identifier: Apache-2.0
// The geometry of a turn on points that are computed, without noise. What networks make of drawn people is
// bounded in FaceAttacksTest.
#include "faceauth/HeadTurn.h"

#include <catch2/catch.hpp>
#include <cmath>

using namespace madoguchi;
using namespace std::chrono_literals;

namespace {

struct Solid {
    double x, y, z;
};

/// A face of 100 pixels between the eyes: sides that fall back, a nose that stands out by `nose`.
std::array<Solid, kLandmarks> face(double nose)
{
    std::array<Solid, kLandmarks> points{};
    const auto place = [&](std::size_t i, double x, double y) {
        points[i] = {x, y, -nose * 0.006 * x * x / 0.5};
    };
    for (std::size_t i = 0; i < 17; ++i)
        place(i, -90 + 11.25 * static_cast<double>(i), 120 - std::abs(-90 + 11.25 * static_cast<double>(i)));
    for (std::size_t i = 17; i < 27; ++i)
        place(i, -72 + 16.0 * static_cast<double>(i - 17), -25);
    for (std::size_t i = 27; i < 31; ++i)
        points[i] = {0, 18.0 * static_cast<double>(i - 27), nose * (5 + 17.0 * static_cast<double>(i - 27))};
    for (std::size_t i = 31; i < 36; ++i)
        points[i] = {-20 + 10.0 * static_cast<double>(i - 31), 65, nose * 30};
    for (std::size_t i = 36; i < 48; ++i) {
        const double side = i < 42 ? -50 : 50, angle = static_cast<double>((i - 36) % 6) * 1.0472;
        place(i, side + 15 * std::cos(angle), 6 * std::sin(angle));
    }
    for (std::size_t i = 48; i < kLandmarks; ++i) {
        const double angle = static_cast<double>(i - 48) * 0.6283;
        place(i, 35 * std::cos(angle), 105 + 12 * std::sin(angle));
    }
    return points;
}

/// Turned to the picture's right, seen from far away.
Landmarks seen(const std::array<Solid, kLandmarks>& solid, double yaw)
{
    Landmarks points{};
    for (std::size_t i = 0; i < kLandmarks; ++i)
        points[i] = {320 + solid[i].x * std::cos(yaw) + solid[i].z * std::sin(yaw), 240 + solid[i].y};
    return points;
}

constexpr auto kFrame = 33ms;

/// Two seconds of looking here, then a turn within a second.
HeadTurn::State turn(HeadTurn& challenge, const std::array<Solid, kLandmarks>& solid, double yaw)
{
    auto state = HeadTurn::State::Asking;
    for (int i = 0; i < 90 && state == HeadTurn::State::Asking; ++i)
        state = challenge.observe(seen(solid, i < 60 ? 0 : yaw * (i - 60) / 29), kFrame * i);
    return state;
}

constexpr double kHead = 1, kPicture = 0;

} // namespace

TEST_CASE("aHeadThatTurnsToTheSideThatWasAskedForIsSolid")
{
    HeadTurn left{TurnSide::Left, 0ms}, right{TurnSide::Right, 0ms};

    CHECK(turn(left, face(kHead), 0.45) == HeadTurn::State::Solid);
    CHECK(turn(right, face(kHead), -0.45) == HeadTurn::State::Solid);
}

TEST_CASE("theOtherSideIsNotWhatWasAskedFor")
{
    HeadTurn left{TurnSide::Left, 0ms};

    CHECK(turn(left, face(kHead), -0.45) == HeadTurn::State::Asking);
}

TEST_CASE("aPictureIsNotSolidHoweverFarItIsTurned")
{
    for (const double yaw : {0.2, 0.45, 0.8, 1.2}) {
        HeadTurn challenge{TurnSide::Left, 0ms};
        CHECK(turn(challenge, face(kPicture), yaw) == HeadTurn::State::Asking);
    }
}

TEST_CASE("aLittleShakeOfTheHeadIsNotEnough")
{
    HeadTurn challenge{TurnSide::Left, 0ms};

    CHECK(turn(challenge, face(kHead), 0.08) == HeadTurn::State::Asking);
}

TEST_CASE("whoDoesNotTurnIsInDoubtWhenPatienceEnds")
{
    HeadTurn challenge{TurnSide::Left, 0ms};
    const auto straight = seen(face(kHead), 0);

    for (auto now = 0ms; now < HeadTurn::kPatience; now += kFrame)
        CHECK(challenge.observe(straight, now) == HeadTurn::State::Asking);
    CHECK(challenge.observe(straight, HeadTurn::kPatience) == HeadTurn::State::Doubtful);
}

TEST_CASE("aPictureSwappedForAHeadBehindItsBackStartsAnew")
{
    HeadTurn challenge{TurnSide::Left, 0ms};
    for (int i = 0; i < 10; ++i)
        static_cast<void>(challenge.observe(seen(face(kPicture), 0), kFrame * i));
    static_cast<void>(challenge.observe(std::nullopt, kFrame * 10));

    const auto after = kFrame * 10 + HeadTurn::kLongestGap;
    for (int i = 0; i < 10;
         ++i) // only turned frames of the head are seen: there is no straight one to begin with
        CHECK(challenge.observe(seen(face(kHead), 0.45), after + kFrame * i) == HeadTurn::State::Asking);
}

TEST_CASE("aBusyMachineThatSkipsFramesLosesNobody")
{
    HeadTurn challenge{TurnSide::Left, 0ms};
    for (int i = 0; i < 10; ++i)
        static_cast<void>(challenge.observe(seen(face(kHead), 0), kFrame * i));

    const auto after = kFrame * 9 + HeadTurn::kLongestPause;
    auto state = HeadTurn::State::Asking;
    for (int i = 0; i < 10 && state == HeadTurn::State::Asking; ++i)
        state = challenge.observe(seen(face(kHead), 0.045 * (i + 1)), after + kFrame * i);

    CHECK(state == HeadTurn::State::Solid);
}

TEST_CASE("aTurnInVainIsTriedAnewFromTheFront")
{
    HeadTurn challenge{TurnSide::Left, 0ms};
    int i = 0;
    for (; i < 10; ++i)
        static_cast<void>(challenge.observe(seen(face(kPicture), 0), kFrame * i));
    // A picture whose nose wanders far enough to look again and again, and that is held so.
    auto aside = seen(face(kPicture), 0);
    for (std::size_t nose = 27; nose < 36; ++nose)
        aside[nose].x += 15;
    const int held = static_cast<int>(HeadTurn::kHeldAside / kFrame) + 2;
    for (const int end = i + held; i < end; ++i)
        CHECK(challenge.observe(aside, kFrame * i) == HeadTurn::State::Asking);

    CHECK(challenge.frames() == 0);
    static_cast<void>(challenge.observe(seen(face(kHead), 0), kFrame * i));
    CHECK(challenge.frames() == 1);
}

TEST_CASE("fewFramesSayNothing")
{
    const std::vector<Landmarks> frames(4, seen(face(kHead), 0.3));

    CHECK_FALSE(isSolid(turnFigures(frames)));
    CHECK_FALSE(isSolid(turnFigures({})));
}
