// SPDX-License-Identifier: Apache-2.0
#include "drivers/camera/CaptureThread.h"

#include <catch2/catch.hpp>
#include <future>
#include <semaphore>

using namespace madoguchi;
using namespace std::chrono_literals;

namespace {

Image picture(std::uint8_t grey)
{
    return {.width = 1, .height = 1, .stride = 1, .format = PixelFormat::Grey8, .pixels = {grey}};
}

/// A camera that takes one picture for each time it is let go.
struct Shutter {
    std::counting_semaphore<> released{0}, taken{0};
    std::uint8_t count{0};

    Result<Image> read()
    {
        taken.release(); // the picture before has been put into the mailbox
        released.acquire();
        return picture(++count);
    }

    /// Lets `pictures` be taken and waits until the last of them is there.
    void release(int pictures)
    {
        for (int i = 0; i < pictures; ++i) {
            taken.acquire();
            released.release();
        }
        taken.acquire();
        taken.release();
    }
};

const Fault kGone{FaultCode::CameraMissing, FaultSpace::OpenCv, 0, "test"};

} // namespace

TEST_CASE("newestPictureIsGivenOutAndOlderOnesAreDropped")
{
    const auto shutter = std::make_shared<Shutter>();
    CaptureThread camera{[shutter] { return shutter->read(); }, 10s};
    shutter->release(3);

    const Result<Frame> frame = camera.next({});

    REQUIRE(frame);
    CHECK(frame->image.pixels == std::vector<std::uint8_t>{3});
    shutter->released.release();
}

TEST_CASE("pictureIsGivenOutOnce")
{
    const auto shutter = std::make_shared<Shutter>();
    CaptureThread camera{[shutter] { return shutter->read(); }, 10ms};
    shutter->release(1);
    REQUIRE(camera.next({}));

    const Result<Frame> again = camera.next({});

    REQUIRE_FALSE(again);
    CHECK(again.fault().code == FaultCode::CameraMissing);
    shutter->released.release();
}

TEST_CASE("cameraThatHangsIsReportedMissingAndDoesNotHoldUpItsEnd")
{
    const auto forever = std::make_shared<std::promise<void>>();
    const auto released = forever->get_future().share();
    const auto start = std::chrono::steady_clock::now();
    {
        CaptureThread camera{[released] { return released.wait(), Result<Image>{picture(0)}; }, 20ms};

        CHECK(camera.awaitFirst(20ms).fault().code == FaultCode::CameraMissing);
        CHECK(camera.next({}).fault().code == FaultCode::CameraMissing);
    }

    CHECK(std::chrono::steady_clock::now() - start < 5s);
    forever->set_value();
}

TEST_CASE("unpluggedCameraStaysMissing")
{
    CaptureThread camera{[] { return Result<Image>{kGone}; }, 10s};

    CHECK(camera.next({}).fault() == kGone);
    CHECK(camera.next({}).fault() == kGone);
    CHECK(camera.awaitFirst(10s).fault() == kGone);
}

TEST_CASE("stopEndsTheWaitForACameraThatHangs")
{
    const auto forever = std::make_shared<std::promise<void>>();
    const auto released = forever->get_future().share();
    CaptureThread camera{[released] { return released.wait(), Result<Image>{picture(0)}; }, 30s};
    std::stop_source stop;
    auto asked = std::async(std::launch::async, [&] { return camera.next(stop.get_token()); });

    stop.request_stop();

    REQUIRE(asked.wait_for(10s) == std::future_status::ready);
    CHECK(asked.get().fault().code == FaultCode::TimedOut);
    forever->set_value();
}
