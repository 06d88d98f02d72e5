// SPDX-License-Identifier: Apache-2.0
#include "faceauth/networks/FaceChip.h"

#include "faceauth/networks/FeatureNetwork.h"
#include "tests/faceauth/networks/FormulaPicture.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <cstdlib>

using namespace madoguchi;

namespace {

constexpr int kSize = FeatureNetwork::kChipSize;
constexpr FivePoints kWanted = FeatureNetwork::kChipPoints;

/// Brightness that grows evenly to the right and downwards.
Image slope(int width, int height, double right, double down)
{
    Image picture{
        .width = width, .height = height, .stride = 3 * width, .format = PixelFormat::Bgr8, .pixels = {}};
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            const auto value = static_cast<std::uint8_t>(std::lround(right * x + down * y));
            picture.pixels.insert(picture.pixels.end(), {value, value, value});
        }
    return picture;
}

FivePoints moved(double factor, double x, double y)
{
    FivePoints points = kWanted;
    for (Point& point : points)
        point = {factor * point.x + x, factor * point.y + y};
    return points;
}

} // namespace

TEST_CASE("aFaceThatAlreadyLiesAsWantedIsCutOutAsItIs")
{
    const Image picture = formulaPicture(kSize);

    const Image chip = alignedChip(picture, kWanted, kWanted, kSize);

    int differing = 0;
    for (std::size_t i = 0; i < chip.pixels.size(); ++i)
        differing += std::abs(int{chip.pixels[i]} - int{picture.pixels[i]}) > 1 ? 1 : 0;
    CHECK(differing == 0);
}

TEST_CASE("aLargerFaceComesToLieWhereASmallOneDoes")
{
    for (const double factor : {1.5, 2.0, 3.7}) {
        INFO(factor);
        const Image picture = slope(640, 480, 0.2, 0.25);
        const Image chip = alignedChip(picture, moved(factor, 100, 30), kWanted, kSize);

        for (int y = 10; y < kSize; y += 25)
            for (int x = 10; x < kSize; x += 25) {
                const double expected = 0.2 * (factor * x + 100) + 0.25 * (factor * y + 30);
                CHECK(std::abs(chip.row(y)[3 * x] - expected) <= 1.5);
            }
    }
}

TEST_CASE("aTiltedFaceIsPutUpright")
{
    FivePoints tilted = kWanted; // a quarter turn clockwise around the middle of the picture
    for (Point& point : tilted)
        point = {200 - (point.y - 56), 200 + (point.x - 56)};

    const Image chip = alignedChip(slope(400, 400, 0.5, 0), tilted, kWanted, kSize);

    // What was right in the picture is up in the chip.
    for (int y = 5; y < kSize - 5; y += 10)
        CHECK(std::abs(chip.row(y)[3 * 56] - 0.5 * (200 - (y - 56))) <= 1);
}

TEST_CASE("fineDetailOfALargeFaceIsAveragedAndNotThinnedOut")
{
    Image stripes = slope(640, 480, 0, 0);
    for (int y = 0; y < stripes.height; ++y)
        for (int x = 0; x < stripes.width; ++x)
            for (int c = 0; c < 3; ++c)
                stripes.row(y)[3 * x + c] = x % 2 == 0 ? 0 : 255;

    const Image chip = alignedChip(stripes, moved(4, 50, 10), kWanted, kSize);

    for (int x = 5; x < kSize - 5; ++x)
        CHECK(std::abs(chip.row(56)[3 * x] - 127) < 10);
}

TEST_CASE("pointsThatAreAllTheSameAreNoFaceAndNoHarm")
{
    FivePoints nowhere{};

    CHECK(alignedChip(formulaPicture(50), nowhere, kWanted, kSize).width == kSize);
}

TEST_CASE("aMirroredPictureTwiceIsThePicture")
{
    const Image picture = formulaPicture(33);

    CHECK(mirrored(mirrored(picture)).pixels == picture.pixels);
    CHECK(mirrored(picture).row(4)[0] == picture.row(4)[3 * 32]);
}
