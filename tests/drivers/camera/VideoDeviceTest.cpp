// SPDX-License-Identifier: Apache-2.0
#include "drivers/camera/VideoDevice.h"

#include <catch2/catch.hpp>

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <sys/stat.h>

using namespace madoguchi;

namespace {

const std::string kPath = MADO_TEST_DIR "/video-device-test";

int refusalOf(const std::string& path)
{
    const Result<void> camera = checkVideoDevice(path);
    REQUIRE_FALSE(camera);
    CHECK(camera.fault().code == FaultCode::CameraMissing);
    return static_cast<int>(camera.fault().value);
}

} // namespace

TEST_CASE("whatIsNoCameraIsRefusedWithItsReason")
{
    std::ofstream{kPath} << "not a camera";

    CHECK(refusalOf(kPath) == ENODEV);
    CHECK(refusalOf("/dev/null") == ENODEV);
    CHECK(refusalOf(MADO_TEST_DIR) == EISDIR);
    CHECK(refusalOf(kPath + "-missing") == ENOENT);
    std::filesystem::remove(kPath);
}

TEST_CASE("pipeInACamerasPlaceDoesNotHoldUs")
{
    std::filesystem::remove(kPath);
    REQUIRE(::mkfifo(kPath.c_str(), 0600) == 0);

    CHECK(refusalOf(kPath) == ENODEV);
    std::filesystem::remove(kPath);
}
