// SPDX-License-Identifier: Apache-2.0
#include "faceauth/watch/FrameJudge.h"

#include "tests/faceauth/TestPeople.h"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace std::chrono_literals;

namespace {

struct Seen {
    std::vector<Guidance> guidance;
    int shots{0};
    bool personLeft{false};
};

/// Two seconds of camera.
Seen watch(FrameJudge& judge, LoopCamera& camera, int frames = 60)
{
    Seen seen;
    for (int i = 0; i < frames; ++i) {
        const auto outcome = judge.observe(std::move(*camera.next({})));
        CHECK_FALSE(outcome.fault);
        if (outcome.guidance)
            seen.guidance.push_back(*outcome.guidance);
        seen.shots += outcome.shot ? 1 : 0;
        seen.personLeft = seen.personLeft || outcome.personLeft;
    }
    return seen;
}

Seen watch(std::vector<Image> pictures, int frames = 60)
{
    FrameJudge judge{testModels().finder};
    LoopCamera camera{std::move(pictures)};
    return watch(judge, camera, frames);
}

} // namespace

TEST_CASE("somebodyAtTheDeskGivesShots")
{
    const Seen seen = watch(atDesk("hanako", 4));

    CHECK(seen.shots >= 3);
    CHECK(std::count(seen.guidance.begin(), seen.guidance.end(), Guidance::Good) >= 1);
}

TEST_CASE("somebodyAtTheDeskGivesEnoughGlancesForADecision")
{
    FrameJudge judge{testModels().finder};
    LoopCamera camera{atDesk("hanako", 4)};
    int glances = 0;
    for (int frame = 0; frame < 15; ++frame)
        glances += judge.observe(std::move(*camera.next({}))).glance ? 1 : 0;

    CHECK(glances >= 5);
    CHECK(glances <= 8); // they cost time
}

TEST_CASE("aMaskIsToBeLoweredWithinTwoSecondsAndGivesNoShots")
{
    for (const char* persona : {"kouki", "hanako", "shokai"}) {
        INFO(persona);
        const Seen seen = watch(masked(persona, 1), 60);

        CHECK(seen.guidance == std::vector{Guidance::LowerMask});
        CHECK(seen.shots == 0);
    }
}

TEST_CASE("aMaskThatIsTakenOffIsForgotten")
{
    FrameJudge judge{testModels().finder};
    const auto behind = masked("kouki", 1), bare = atDesk("kouki", 1);
    bool kept = false;
    for (int frame = 0; frame < 99; ++frame) {
        Image picture = frame % 33 < 25 ? behind.front() : bare.front();
        picture.pixels[static_cast<std::size_t>(frame)] ^= 1;
        kept = kept || judge.observe({std::move(picture), 200ms * frame}).maskKept;
    }
    CHECK_FALSE(kept); // five seconds each time

    for (int frame = 99; frame < 149; ++frame) {
        Image picture = behind.front();
        picture.pixels[static_cast<std::size_t>(frame)] ^= 1;
        kept = kept || judge.observe({std::move(picture), 200ms * frame}).maskKept;
    }
    CHECK(kept);
}

TEST_CASE("thickFramesAreAskedOffOnceAndThenComparedWith")
{
    FrameJudge judge{testModels().finder};
    LoopCamera camera{inThickFrames("shokai", 3)};

    const Seen first = watch(judge, camera, 80);
    const Seen later = watch(judge, camera, 80);

    REQUIRE_FALSE(first.guidance.empty());
    CHECK(first.guidance.front() == Guidance::TakeOffGlasses);
    CHECK(first.shots == 0);
    CHECK(std::count(later.guidance.begin(), later.guidance.end(), Guidance::TakeOffGlasses) == 0);
    CHECK(later.shots > 0);
}

TEST_CASE("nobodyOfThePracticeIsAskedToTakeOffGlasses")
{
    for (const std::string& persona : everybody()) {
        INFO(persona);
        const Seen seen = watch(atDesk(persona, 1), 5);
        CHECK(std::count(seen.guidance.begin(), seen.guidance.end(), Guidance::TakeOffGlasses) == 0);
    }
}

TEST_CASE("shutEyesGiveNoShotAndAreToBeOpened")
{
    for (const char* persona : {"hanako", "kouki", "gaikoku"}) {
        INFO(persona);
        const Seen shut = watch({atDeskBlinking(persona, 1)}, 30);
        const Seen open = watch({atDeskBlinking(persona, 0)}, 30);

        CHECK(shut.shots == 0);
        CHECK(shut.guidance == std::vector{Guidance::OpenEyes});
        CHECK(open.shots > 0);
    }
}

TEST_CASE("aBlinkAfterOpenEyesGivesShotsStill")
{
    std::vector<Image> blinking{atDeskBlinking("hanako", 0)};
    blinking.resize(12, atDeskBlinking("hanako", 1));
    const Seen seen = watch(blinking, 36);

    CHECK(seen.shots > 0);
    CHECK(std::ranges::count(seen.guidance, Guidance::OpenEyes) == 0);
}

TEST_CASE("theNextPersonsEyesMustBeOpenToo")
{
    std::vector<Image> swapped{atDeskBlinking("hanako", 0)};
    swapped.resize(30, trouble("empty").front());
    swapped.resize(swapped.size() + 60, atDeskBlinking("jiro", 1));
    const Seen seen = watch(swapped, static_cast<int>(swapped.size()));

    CHECK(seen.guidance.back() == Guidance::OpenEyes);
}

TEST_CASE("anEmptyRoomAsksToLookHere")
{
    const Seen seen = watch(trouble("empty"), 10);

    CHECK(seen.shots == 0);
    CHECK(seen.guidance == std::vector{Guidance::LookHere});
}

TEST_CASE("aDarkRoomAsksForLight")
{
    const Seen seen = watch(trouble("dark"), 10);

    CHECK(seen.shots == 0);
    CHECK(seen.guidance == std::vector{Guidance::MoreLight});
}

TEST_CASE("twoPeopleAreAskedToComeOneAtATime")
{
    const Seen seen = watch(trouble("two"), 10);

    CHECK(seen.shots == 0);
    CHECK(seen.guidance == std::vector{Guidance::OneAtATime});
}

TEST_CASE("whoLeavesIsNoticedOnce")
{
    FrameJudge judge{testModels().finder};
    const Image somebody = atDesk("hanako", 1).front();
    Image nobody = trouble("empty").front();

    int left = 0;
    for (int i = 0; i < 60; ++i) {
        Image picture = i < 10 ? somebody : nobody;
        picture.pixels[static_cast<std::size_t>(i)] ^= 1;
        left += judge.observe({std::move(picture), 33ms * i}).personLeft ? 1 : 0;
    }

    CHECK(left == 1);
}
