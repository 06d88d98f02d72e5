// SPDX-License-Identifier: Apache-2.0
#include "drivers/sim/people/Render.h"

#include <catch2/catch.hpp>
#include <cstdlib>

using namespace madoguchi;

namespace {

/// Small, so that a picture takes milliseconds.
View smallView()
{
    View view;
    view.width = 80;
    view.height = 100;
    view.sensor = {.exposure = 1, .blur = 0, .noise = 0};
    return view;
}

/// Share of pixels that differ visibly.
double difference(const Image& a, const Image& b)
{
    REQUIRE(a.pixels.size() == b.pixels.size());
    std::size_t changed = 0;
    for (std::size_t i = 0; i < a.pixels.size(); ++i)
        changed += std::abs(a.pixels[i] - b.pixels[i]) > 12 ? 1 : 0;
    return static_cast<double>(changed) / static_cast<double>(a.pixels.size());
}

} // namespace

TEST_CASE("sameLikenessAndViewGiveTheSamePicture")
{
    const Likeness average;
    View view = smallView();
    view.sensor.noise = 3;

    CHECK(render(view, average).pixels == render(view, average).pixels);
}

TEST_CASE("everyViewChangesThePicture")
{
    const Likeness average;
    const Image straight = render(smallView(), average);
    const auto changed = [&](auto change) {
        View view = smallView();
        change(view);
        return difference(straight, render(view, average));
    };

    CHECK(changed([](View& view) { view.pose.yaw = 0.3F; }) > 0.05);
    CHECK(changed([](View& view) { view.pose.distance = 90; }) > 0.1);
    CHECK(changed([](View& view) { view.expression.blink = 1; }) > 0.001);
    CHECK(changed([](View& view) { view.expression.mouthOpen = 1; }) > 0.005);
    CHECK(changed([](View& view) { view.sensor.exposure = 0.3F; }) > 0.9);
    CHECK(changed([](View& view) { view.lighting.keyDirection.x = 0.9F; }) > 0.02);
    CHECK(changed([](View& view) { view.room = Room::Plain; }) > 0.1);
}

TEST_CASE("yawTurnsTheFaceToThePicturesRight")
{
    // The tip of the nose is the part of a face that is nearest to the lens: with a lamp from the front it is
    // brighter than the cheeks. What moves with it is enough here: the picture of a turned head mirrors that
    // of its opposite.
    Likeness average;
    average.crooked = 0;
    average.parting = 0;
    View right = smallView(), left = smallView();
    right.lighting.keyDirection = left.lighting.keyDirection = {0, 0.5F, 1};
    right.room = left.room = Room::Plain;
    right.pose.yaw = 0.4F;
    left.pose.yaw = -0.4F;

    const Image a = render(right, average);
    Image b = render(left, average);
    for (int y = 0; y < b.height; ++y) {
        for (int x = 0; x < b.width / 2; ++x) {
            for (int c = 0; c < 3; ++c)
                std::swap(b.row(y)[3 * x + c], b.row(y)[3 * (b.width - 1 - x) + c]);
        }
    }

    CHECK(difference(a, b) < 0.08);
    CHECK(difference(a, render(left, average)) > 0.08);
}

TEST_CASE("emptyRoomShowsNobody")
{
    const Image empty = render(smallView(), std::span<const Sitter>{});

    CHECK(empty.width == 80);
    CHECK(empty.height == 100);
    CHECK(difference(empty, render(smallView(), Likeness{})) > 0.2);
}

TEST_CASE("everyDialLeavesAHead")
{
    // Whatever the numbers, the middle of the picture shows somebody and not the wall.
    View view = smallView();
    view.width = 32;
    view.height = 40;
    const Image empty = render(view, std::span<const Sitter>{});
    for (const Dial& dial : dials()) {
        for (const float end : {dial.low, dial.high}) {
            Likeness one;
            one.*dial.value = end;

            const Image image = render(view, one);

            INFO(dial.key << " = " << end);
            CHECK(difference(image, empty) > 0.2);
        }
    }
}
