// SPDX-License-Identifier: Apache-2.0
#include "faceauth/watch/ScreenTrace.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <random>

using namespace madoguchi;

namespace {

constexpr int kSide = 200;
constexpr Box kFace{.left = 10, .top = 10, .width = 180, .height = 180};

/// Skin with a sensor's noise and what `added` gives for a pixel and a channel.
template<typename Added>
Image skin(Added&& added)
{
    std::mt19937 chance{1};
    std::normal_distribution<double> noise{0, 2};
    Image image{
        .width = kSide, .height = kSide, .stride = 3 * kSide, .format = PixelFormat::Bgr8, .pixels = {}};
    image.pixels.resize(static_cast<std::size_t>(image.stride) * kSide);
    for (int y = 0; y < kSide; ++y)
        for (int x = 0; x < kSide; ++x)
            for (int channel = 0; channel < 3; ++channel)
                image.row(y)[3 * x + channel] = static_cast<std::uint8_t>(
                    std::clamp(130 + added(x, y, channel) + noise(chance), 0.0, 255.0));
    return image;
}

double strengthOf(const Image& image)
{
    const auto strength = gridStrength(image, kFace);
    REQUIRE(strength);
    return *strength;
}

/// A screen's columns: red, green and blue side by side, again and again.
double columns(int x, int channel, double pitch, double strength)
{
    return strength * std::cos(2 * 3.14159265 * (x / pitch + channel / 3.0));
}

} // namespace

TEST_CASE("skinHasNoGrid")
{
    CHECK(strengthOf(skin([](int, int, int) { return 0; })) < kGridOfAScreen * 0.7);
}

TEST_CASE("aScreensColumnsAreAGrid")
{
    for (const double pitch : {2.3, 3.1, 5.7}) {
        INFO(pitch);
        CHECK(strengthOf(skin([&](int x, int, int channel) { return columns(x, channel, pitch, 8); })) >=
              kGridOfAScreen);
    }
}

TEST_CASE("lipsAndRimsAreNoGrid")
{
    // Red between sharp edges: strong at every frequency, and the stronger the coarser.
    const auto lips = [](int x, int y, int channel) {
        return channel == 2 && std::hypot((x - 100) / 30.0, (y - 130) / 8.0) < 1 ? 80 : 0;
    };
    const auto bar = [](int, int y, int) { return y > 70 && y < 75 ? -60 : 0; };
    const auto rims = [](int x, int y, int) {
        return std::abs(std::hypot(x - 100, y - 100) - 40) < 3 ? -90 : 0;
    };

    CHECK(strengthOf(skin(lips)) < kGridOfAScreen / 2);
    CHECK(strengthOf(skin(bar)) < kGridOfAScreen);
    CHECK(strengthOf(skin(rims)) < kGridOfAScreen / 2);
    CHECK(strengthOf(skin([&](int x, int y, int channel) {
              return lips(x, y, channel) + columns(x, channel, 3.1, 8);
          })) >= kGridOfAScreen);
}

TEST_CASE("aPicturesBlocksAreNoGrid")
{
    CHECK(strengthOf(skin([](int x, int y, int) { return x % 8 == 0 || y % 8 == 0 ? 6 : 0; })) <
          kGridOfAScreen);
}

TEST_CASE("aFaceBeyondThePictureIsNotLookedAt")
{
    const Image image = skin([](int, int, int) { return 0; });

    CHECK_FALSE(gridStrength(image, {.left = 150, .top = 10, .width = 180, .height = 180}));
    CHECK_FALSE(gridStrength(image, {.left = 10, .top = 10, .width = 40, .height = 40}));
}

TEST_CASE("oneFrameWithAGridIsAnAccident")
{
    const Image plain = skin([](int, int, int) { return 0; });
    const Image screen = skin([](int x, int, int channel) { return columns(x, channel, 3.1, 8); });
    GridVotes votes;

    votes.add(screen, kFace);
    CHECK_FALSE(votes.seen());
    votes.add(screen, kFace);
    CHECK(votes.seen());
    for (int i = 0; i < 5; ++i)
        votes.add(plain, kFace);
    CHECK_FALSE(votes.seen());
}
