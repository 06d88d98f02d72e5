// SPDX-License-Identifier: Apache-2.0
#include "drivers/sim/people/SequenceCamera.h"
#include "TestFolder.h"
#include "drivers/sim/people/LoopMark.h"
#include "drivers/sim/people/PictureFile.h"

#include <catch2/catch.hpp>
#include <future>
#include <numeric>

using namespace madoguchi;
using namespace std::chrono_literals;

namespace {

namespace fs = std::filesystem;

void fill(const fs::path& folder, std::initializer_list<std::uint8_t> greys)
{
    fs::create_directories(folder);
    int number = 0;
    for (const std::uint8_t grey : greys)
        REQUIRE(writePng(folder / ("00" + std::to_string(number++) + ".png"), plainPicture(32, 24, grey)));
}

/// The grey of the next picture without its noise.
int nextGrey(SequenceCamera& camera)
{
    const Result<Frame> frame = camera.next({});
    REQUIRE(frame);
    const auto& pixels = frame->image.pixels;
    return (std::accumulate(pixels.begin(), pixels.end(), 0) + static_cast<int>(pixels.size()) / 2) /
           static_cast<int>(pixels.size());
}

std::vector<int> nextGreys(SequenceCamera& camera, int count)
{
    std::vector<int> greys;
    for (int i = 0; i < count; ++i)
        greys.push_back((nextGrey(camera) + 5) / 10 * 10);
    return greys;
}

} // namespace

TEST_CASE("picturesComeInOrderAndOnlyTheEndIsRepeated")
{
    const TestFolder folder;
    fill(folder.path(), {40, 80, 120});
    REQUIRE(writeLoopMark(folder.path(), {.loopFrom = 1}));
    SequenceCamera camera{folder.path(), 0ms};

    CHECK(nextGreys(camera, 6) == std::vector<int>{40, 80, 120, 80, 120, 80});
}

TEST_CASE("withoutAMarkEverythingIsRepeated")
{
    const TestFolder folder;
    fill(folder.path(), {40, 80});
    overwrite(folder.path() / "loop-from", "7");
    SequenceCamera camera{folder.path(), 0ms};

    CHECK(nextGreys(camera, 5) == std::vector<int>{40, 80, 40, 80, 40});
}

TEST_CASE("somebodyElseStepsBeforeTheCameraWhenTheLinkMoves")
{
    const TestFolder folder;
    fill(folder.path() / "hanako", {40, 80});
    fill(folder.path() / "jiro", {200});
    const fs::path link = folder.path() / "camera";
    fs::create_directory_symlink("hanako", link);
    SequenceCamera camera{link, 0ms};
    REQUIRE(nextGreys(camera, 1) == std::vector<int>{40});

    fs::create_directory_symlink("jiro", folder.path() / "new");
    fs::rename(folder.path() / "new", link);

    CHECK(nextGreys(camera, 2) == std::vector<int>{200, 200});
}

TEST_CASE("noTwoPicturesOfAStillSceneAreEqual")
{
    const TestFolder folder;
    fill(folder.path(), {100});
    SequenceCamera camera{folder.path(), 0ms};

    const Result<Frame> first = camera.next({}), second = camera.next({});

    REQUIRE(first);
    REQUIRE(second);
    CHECK(first->image.pixels != second->image.pixels);
}

TEST_CASE("missingFolderIsAMissingCameraUntilItIsThere")
{
    const TestFolder folder;
    SequenceCamera camera{folder.path() / "later", 0ms};
    CHECK(camera.next({}).fault().code == FaultCode::CameraMissing);

    fs::create_directories(folder.path() / "later");
    CHECK(camera.next({}).fault().code == FaultCode::CameraMissing);
    fill(folder.path() / "later", {60});

    CHECK(nextGreys(camera, 1) == std::vector<int>{60});
}

TEST_CASE("brokenPictureIsABlindCamera")
{
    const TestFolder folder;
    fill(folder.path(), {60, 70});
    overwrite(folder.path() / "001.png", "not a picture");
    SequenceCamera camera{folder.path(), 0ms};

    CHECK(camera.next({}).fault().code == FaultCode::CameraBlind);
    CHECK(camera.next({}).fault().code == FaultCode::CameraBlind);
}

TEST_CASE("picturesAreAnIntervalApart")
{
    const TestFolder folder;
    fill(folder.path(), {60});
    SequenceCamera camera{folder.path(), 20ms};

    const Result<Frame> first = camera.next({}), second = camera.next({}), third = camera.next({});

    REQUIRE(third);
    CHECK(second->captured - first->captured >= 19ms);
    CHECK(third->captured - second->captured >= 19ms);
}

TEST_CASE("stopEndsTheWaitForAPicture")
{
    const TestFolder folder;
    fill(folder.path(), {60});
    SequenceCamera camera{folder.path(), 10min};
    REQUIRE(camera.next({}));
    std::stop_source stop;
    auto asked = std::async(std::launch::async, [&] { return camera.next(stop.get_token()); });

    stop.request_stop();

    REQUIRE(asked.wait_for(10s) == std::future_status::ready);
    CHECK(asked.get().fault().code == FaultCode::TimedOut);
}
