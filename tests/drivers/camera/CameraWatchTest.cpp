// SPDX-License-Identifier: Apache-2.0
#include "drivers/camera/CameraWatch.h"

#include <catch2/catch.hpp>
#include <functional>

using namespace madoguchi;
using namespace std::chrono_literals;

namespace {

Image picture(const std::function<std::uint8_t(int, int)>& brightness)
{
    Image image;
    image.width = 320;
    image.height = 240;
    image.stride = 3 * image.width;
    for (int y = 0; y < image.height; ++y)
        for (int x = 0; x < image.width; ++x)
            image.pixels.insert(image.pixels.end(), 3, brightness(x, y));
    return image;
}

/// A scene that differs a little from frame to frame, as a sensor's noise makes it.
Image scene(int frame)
{
    Image image = picture([](int x, int y) { return static_cast<std::uint8_t>((x + y) / 3); });
    image.pixels[static_cast<std::size_t>(frame * 30)] ^= 1;
    return image;
}

/// Feeds a second and a bit at 30 frames a second; the time of the fault.
std::optional<std::chrono::milliseconds> blindAfter(const std::function<Image(int)>& camera)
{
    CameraWatch watch;
    for (int frame = 0; frame < 45; ++frame) {
        const auto now = 33ms * frame;
        const auto fault = watch.observe({camera(frame), now});
        if (fault) {
            CHECK(fault->code == FaultCode::CameraBlind);
            return now;
        }
    }
    return std::nullopt;
}

} // namespace

TEST_CASE("aLivingSceneIsNoFault")
{
    CHECK_FALSE(blindAfter(scene));
}

TEST_CASE("aFrozenCameraIsNoticedWithinASecond")
{
    const auto time = blindAfter([](int) { return scene(0); });

    REQUIRE(time);
    CHECK(*time <= 1000ms);
}

TEST_CASE("aCoveredLensIsNoticedWithinASecond")
{
    const auto time = blindAfter([](int frame) {
        return picture(
            [frame](int x, int y) { return static_cast<std::uint8_t>((x * 7 + y * 3 + frame) % 3); });
    });

    REQUIRE(time);
    CHECK(*time <= 1000ms);
}

TEST_CASE("aBlindedLensIsNoticedWithinASecond")
{
    const auto time = blindAfter([](int frame) {
        return picture([frame](int x, int) { return static_cast<std::uint8_t>(x == frame ? 250 : 255); });
    });

    REQUIRE(time);
    CHECK(*time <= 1000ms);
}

TEST_CASE("aDarkRoomWithSomethingInItIsNoFault")
{
    const auto time = blindAfter([](int frame) {
        return picture(
            [frame](int x, int y) { return static_cast<std::uint8_t>((x + frame) % 320 / 16 + y % 2); });
    });

    CHECK_FALSE(time);
}

TEST_CASE("aShortStandstillIsNoFault")
{
    CameraWatch watch;

    for (int frame = 0; frame < 90; ++frame)
        CHECK_FALSE(watch.observe({scene(frame / 20), 33ms * frame}));
}
