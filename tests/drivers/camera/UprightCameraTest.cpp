// SPDX-License-Identifier: Apache-2.0
#include "drivers/camera/UprightCamera.h"

#include <catch2/catch.hpp>

using namespace madoguchi;

namespace {

/// Three pixels wide, two high, each with its own number as blue.
Image numbered()
{
    Image picture{.width = 3, .height = 2, .stride = 9, .format = PixelFormat::Bgr8, .pixels = {}};
    for (std::uint8_t i = 1; i <= 6; ++i)
        picture.pixels.insert(picture.pixels.end(), {i, 0, 0});
    return picture;
}

std::vector<int> numbersOf(const Image& picture)
{
    std::vector<int> numbers;
    for (int y = 0; y < picture.height; ++y)
        for (int x = 0; x < picture.width; ++x)
            numbers.push_back(picture.row(y)[3 * x]);
    return numbers;
}

class OneCamera final : public FrameSource {
public:
    explicit OneCamera(Result<Frame> answer) : answer_{std::move(answer)} {}
    Result<Frame> next(std::stop_token) override { return answer_; }

private:
    Result<Frame> answer_;
};

} // namespace

TEST_CASE("aPictureIsTurnedClockwise")
{
    CHECK(numbersOf(upright(numbered(), {})) == std::vector{1, 2, 3, 4, 5, 6});
    CHECK(numbersOf(upright(numbered(), {.clockwise = 90})) == std::vector{4, 1, 5, 2, 6, 3});
    CHECK(upright(numbered(), {.clockwise = 90}).width == 2);
    CHECK(numbersOf(upright(numbered(), {.clockwise = 180})) == std::vector{6, 5, 4, 3, 2, 1});
    CHECK(numbersOf(upright(numbered(), {.clockwise = 270})) == std::vector{3, 6, 2, 5, 1, 4});
}

TEST_CASE("aMirroredPictureIsMirroredBackAfterTheTurn")
{
    CHECK(numbersOf(upright(numbered(), {.mirror = true})) == std::vector{3, 2, 1, 6, 5, 4});
    CHECK(numbersOf(upright(numbered(), {.clockwise = 90, .mirror = true})) == std::vector{1, 4, 2, 5, 3, 6});
}

TEST_CASE("aTurnedCamerasFramesAndFaultsArrive")
{
    UprightCamera camera{std::make_unique<OneCamera>(Frame{numbered(), std::chrono::milliseconds{7}}),
                         {.clockwise = 180}};
    UprightCamera gone{std::make_unique<OneCamera>(Fault{.code = FaultCode::CameraMissing, .where = "test"}),
                       {.clockwise = 180}};

    const auto frame = camera.next({});

    REQUIRE(frame);
    CHECK(numbersOf(frame->image).front() == 6);
    CHECK(frame->captured == std::chrono::milliseconds{7});
    CHECK(gone.next({}).fault().code == FaultCode::CameraMissing);
}
