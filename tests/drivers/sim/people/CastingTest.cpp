// SPDX-License-Identifier: Apache-2.0
#include "drivers/sim/people/Casting.h"

#include <catch2/catch.hpp>
#include <set>

using namespace madoguchi;

TEST_CASE("somebodyComesFromAfarBeforeTheyStayAtTheDesk")
{
    Likeness hanako;
    hanako.name = "hanako";

    const Sequence sequence = atTheDesk(hanako);

    CHECK(sequence.folder == "hanako/live");
    REQUIRE(sequence.loopFrom > 1);
    REQUIRE(sequence.shots.size() > static_cast<std::size_t>(sequence.loopFrom) + 10);
    CHECK(sequence.shots[0].sitters.empty());
    CHECK(sequence.shots[1].sitters.at(0).pose.distance > 120);
    for (std::size_t i = static_cast<std::size_t>(sequence.loopFrom); i < sequence.shots.size(); ++i) {
        const Pose& pose = sequence.shots[i].sitters.at(0).pose;
        CHECK(std::abs(pose.yaw) < 0.3F);
        CHECK(pose.distance < 60);
    }
}

TEST_CASE("loopHasABlinkAndATurnToBothSides")
{
    const Likeness somebody;

    const Sequence sequence = atTheDesk(somebody);

    float shut = 0, left = 0, right = 0;
    for (std::size_t i = static_cast<std::size_t>(sequence.loopFrom); i < sequence.shots.size(); ++i) {
        const Sitter& sitter = sequence.shots[i].sitters.at(0);
        shut = std::max(shut, sitter.expression.blink);
        left = std::min(left, sitter.pose.yaw);
        right = std::max(right, sitter.pose.yaw);
    }
    CHECK(shut == 1.0F);
    CHECK(left < -0.16F); // nine degrees
    CHECK(right > 0.16F);
}

TEST_CASE("chipPhotoIsTakenUnderOtherConditionsThanTheCamera")
{
    Likeness somebody;
    somebody.name = "somebody";

    const View photo = chipPhoto(somebody).view;
    const View camera = atTheDesk(somebody).shots.back().view;

    CHECK(photo.width == 320);
    CHECK(photo.height == 400);
    CHECK(photo.room != camera.room);
    CHECK(photo.fieldOfView != camera.fieldOfView);
    CHECK(photo.lighting.keyDirection != camera.lighting.keyDirection);
}

TEST_CASE("troublesAreDarkEmptyAndTwo")
{
    const Likeness one, other;

    const auto sequences = troubles(one, other);

    std::set<std::string> folders;
    for (const Sequence& sequence : sequences)
        folders.insert(sequence.folder);
    CHECK(folders == std::set<std::string>{"dark/live", "empty/live", "mask/live", "two/live"});
    CHECK(sequences[0].shots.at(0).view.sensor.exposure < 0.05F);
    CHECK(sequences[1].shots.at(0).sitters.empty());
    CHECK(sequences[2].shots.at(0).sitters.size() == 2);
}
