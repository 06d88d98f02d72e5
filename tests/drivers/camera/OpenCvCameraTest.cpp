// SPDX-License-Identifier: Apache-2.0
#include "drivers/camera/OpenCvCamera.h"

#include <catch2/catch.hpp>

#include <cerrno>

using namespace madoguchi;

TEST_CASE("numberNamesADeviceFileAndAPathNamesItself")
{
    CHECK(devicePath("0") == "/dev/video0");
    CHECK(devicePath("12") == "/dev/video12");
    CHECK(devicePath("/dev/v4l/by-id/usb-desk") == "/dev/v4l/by-id/usb-desk");
    CHECK(devicePath("") == "");
    CHECK(devicePath("1234") == "1234");
}

TEST_CASE("cameraThatIsNotThereIsMissing")
{
    const auto camera = openCamera({.device = MADO_TEST_DIR "/no-such-camera"});

    REQUIRE_FALSE(camera);
    CHECK(camera.fault().code == FaultCode::CameraMissing);
    CHECK(camera.fault().value == ENOENT);
}
