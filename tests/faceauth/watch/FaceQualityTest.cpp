// SPDX-License-Identifier: Apache-2.0
#include "faceauth/watch/FaceQuality.h"
#include "foundation/picture/LumaGrid.h"

#include <catch2/catch.hpp>
#include <utility>

using namespace madoguchi;

namespace {

constexpr FaceQuality kGood{.score = 1.5,
                            .eyeDistance = 90,
                            .noseOffset = 0.03,
                            .height = 0.4,
                            .brightness = 130,
                            .eyes = 0.5,
                            .sharpness = 0.3};

/// A face whose eyes lie `distance` apart and whose nose tip is `aside` of the middle.
Landmarks pointsOf(double distance, double aside)
{
    Landmarks points{};
    for (std::size_t i = 36; i < 42; ++i)
        points[i] = {300 - distance / 2, 200};
    for (std::size_t i = 42; i < 48; ++i)
        points[i] = {300 + distance / 2, 200};
    points[30] = {300 + aside, 240};
    return points;
}

Image checkered(int cell)
{
    Image image;
    image.width = 640;
    image.height = 480;
    image.stride = 3 * image.width;
    for (int y = 0; y < image.height; ++y)
        for (int x = 0; x < image.width; ++x)
            image.pixels.insert(image.pixels.end(), 3, (x / cell + y / cell) % 2 == 0 ? 60 : 200);
    return image;
}

/// Two eyes, 90 pixels apart and `roll` turned, in which what lies within `width` and `height` of the middle
/// is dark.
double eyesWith(double width, double height, double roll)
{
    constexpr double kApart = 90;
    Image image{.width = 640, .height = 480, .stride = 1920, .format = PixelFormat::Bgr8, .pixels = {}};
    image.pixels.assign(1920 * 480, 150);
    const double c = std::cos(roll), s = std::sin(roll);
    Landmarks points{};
    for (std::size_t i = 36; i < 48; ++i) {
        const double side = i < 42 ? -kApart / 2 : kApart / 2;
        points[i] = {320 + side * c, 240 + side * s};
    }
    for (int y = 0; y < image.height; ++y)
        for (int x = 0; x < image.width; ++x)
            for (const Point eye : {points[36], points[42]}) {
                const double across = (x - eye.x) * c + (y - eye.y) * s;
                const double up = (y - eye.y) * c - (x - eye.x) * s;
                if (std::hypot(across / width, up / height) < 1)
                    std::fill_n(image.row(y) + 3 * x, 3, 40);
            }
    return judge(image, {.box = {220, 140, 200, 200}, .score = 1, .points = points}).eyes;
}

} // namespace

TEST_CASE("aPupilIsAnOpenEyeAndALineOfLashesAShutOne")
{
    const double roll = GENERATE(0.0, 0.3, -0.3);
    CAPTURE(roll);

    CHECK(eyesWith(7, 7, roll) > kOpenEyes);
    CHECK(eyesWith(7, 4, roll) > kOpenEyes); // narrow
    CHECK(eyesWith(40, 2, roll) < kOpenEyes);
    CHECK(eyesWith(25, 25, roll) < kOpenEyes); // dark glasses
}

TEST_CASE("eyesThatCannotBeFoundAreNotOpen")
{
    Image image{.width = 64, .height = 48, .stride = 192, .format = PixelFormat::Bgr8, .pixels = {}};
    image.pixels.assign(192 * 48, 150);
    Landmarks points{};
    CHECK(judge(image, {.box = {0, 0, 48, 48}, .score = 1, .points = points}).eyes == 0);
    points.fill({std::nan(""), std::nan("")});
    CHECK(judge(image, {.box = {0, 0, 48, 48}, .score = 1, .points = points}).eyes == 0);
}

TEST_CASE("eachShortcomingHasItsInstruction")
{
    const auto with = [](auto change) {
        FaceQuality quality = kGood;
        change(quality);
        return advise(quality);
    };

    CHECK(advise(kGood) == Guidance::Good);
    CHECK(with([](FaceQuality& q) { q.eyeDistance = 59; }) == Guidance::Closer);
    CHECK(with([](FaceQuality& q) { q.height = 0.9; }) == Guidance::FurtherAway);
    CHECK(with([](FaceQuality& q) { q.brightness = 20; }) == Guidance::MoreLight);
    CHECK(with([](FaceQuality& q) { q.brightness = 240; }) == Guidance::LessLight);
    CHECK(with([](FaceQuality& q) { q.noseOffset = 0.2; }) == Guidance::LookHere);
    CHECK(with([](FaceQuality& q) { q.sharpness = 0.05; }) == Guidance::HoldStill);
    CHECK(with([](FaceQuality& q) { q.eyes = 0.1; }) == Guidance::OpenEyes);
    CHECK(with([](FaceQuality& q) { q.score = 0.9; }) == Guidance::LookHere);
}

TEST_CASE("whoIsTooFarAwayIsToldSoBeforeAnythingElse")
{
    const FaceQuality far{.score = 0.1, .eyeDistance = 20, .noseOffset = 0.5, .brightness = 10};

    CHECK(advise(far) == Guidance::Closer);
}

TEST_CASE("severalFacesAreToldToComeOneAtATime")
{
    const Image frame = checkered(8);

    CHECK(advise(frame, std::vector<Face>(2)) == Guidance::OneAtATime);
}

TEST_CASE("nobodyIsAskedToLookHereAndInTheDarkForLight")
{
    Image dark = checkered(8);
    for (auto& value : dark.pixels)
        value /= 16;

    CHECK(advise(checkered(8), {}) == Guidance::LookHere);
    CHECK(advise(dark, {}) == Guidance::MoreLight);
}

TEST_CASE("noseOffsetIsMeasuredInEyeDistances")
{
    CHECK(noseOffset(pointsOf(100, 0)) == Approx(0));
    CHECK(noseOffset(pointsOf(100, 15)) == Approx(0.15));
    CHECK(noseOffset(pointsOf(100, -15)) == Approx(0.15));
    CHECK(eyeDistance(pointsOf(80, 0)) == Approx(80));
}

TEST_CASE("landmarksOnOnePointAreNoUsableFace")
{
    CHECK(noseOffset(Landmarks{}) >= 1);
}

TEST_CASE("fineDetailIsSharperThanCoarse")
{
    const Box box{0, 0, 640, 480};

    const double fine = LumaGrid{checkered(20), box}.sharpness();
    const double coarse = LumaGrid{checkered(160), box}.sharpness();

    CHECK(fine > 2 * coarse);
    CHECK(coarse > 0);
}

TEST_CASE("aBoxBesideThePictureIsJudgedBlackInsteadOfRead")
{
    const Image frame = checkered(8);

    CHECK(LumaGrid(frame, {-900, -900, 100, 100}).mean() == 0);
    CHECK(LumaGrid(frame, {5000, 5000, 100, 100}).mean() == 0);
    CHECK(LumaGrid(frame, {600, 440, 400, 400}).mean() == Approx(130).margin(10));
}
