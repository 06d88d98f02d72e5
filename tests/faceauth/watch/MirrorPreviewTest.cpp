// SPDX-License-Identifier: Apache-2.0
#include "faceauth/watch/MirrorPreview.h"

#include <catch2/catch.hpp>

using namespace madoguchi;

namespace {

Image black(int width, int height)
{
    Image image;
    image.width = width;
    image.height = height;
    image.stride = 3 * width;
    image.pixels.resize(static_cast<std::size_t>(image.stride) * static_cast<std::size_t>(height));
    return image;
}

std::vector<std::uint32_t> painted(const Image& image)
{
    std::vector<std::uint32_t> pixels(kPreviewPixels, 0x12345678);
    paintMirrored(image, std::span<std::uint32_t, kPreviewPixels>{pixels.data(), kPreviewPixels});
    return pixels;
}

} // namespace

TEST_CASE("leftAndRightChangePlaces")
{
    Image frame = black(kPreviewWidth, kPreviewHeight);
    std::uint8_t* topLeft = frame.row(0);
    topLeft[0] = 1; // blue
    topLeft[1] = 2; // green
    topLeft[2] = 3; // red

    const auto pixels = painted(frame);

    CHECK(pixels[kPreviewWidth - 1] == 0xFF030201);
    CHECK(pixels[0] == 0xFF000000);
}

TEST_CASE("aWidePictureLosesItsSides")
{
    Image frame = black(1280, 720);
    for (int y = 0; y < frame.height; ++y)
        frame.row(y)[3 * 100] = 0xFF; // outside the middle 960 columns

    const auto pixels = painted(frame);

    CHECK(std::count(pixels.begin(), pixels.end(), 0xFF000000U) == static_cast<long>(kPreviewPixels));
}

TEST_CASE("aTinyPictureFillsThePreview")
{
    Image frame = black(4, 3);
    std::fill(frame.pixels.begin(), frame.pixels.end(), std::uint8_t{9});

    const auto pixels = painted(frame);

    CHECK(std::count(pixels.begin(), pixels.end(), 0xFF090909U) == static_cast<long>(kPreviewPixels));
}
