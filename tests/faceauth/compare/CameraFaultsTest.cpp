// SPDX-License-Identifier: Apache-2.0
// A whole comparison before a practice camera that is broken: the fault is named, and nobody is accepted. The
// times of black, white and frozen pictures are held to a second in CameraWatchTest, by a clock of its own.
#include "tests/faceauth/TestPeople.h"

#include "drivers/sim/people/PictureFile.h"
#include "drivers/sim/people/SequenceCamera.h"
#include "faceauth/compare/FaceMatcher.h"

#include <catch2/catch.hpp>
#include <fstream>

using namespace madoguchi;
using namespace std::chrono_literals;

namespace {

struct Told {
    std::vector<Guidance> guidance;
    std::optional<Fault> fault;
    std::optional<FaceDecision> decision;
    std::chrono::steady_clock::duration after{};
};

/// Until the comparison ends, or `enough` says so.
Told lookThrough(FrameSource& camera, const std::function<bool(const Told&)>& enough = {})
{
    Told told;
    std::stop_source stop;
    const auto start = std::chrono::steady_clock::now();
    FaceMatcher matcher{testModels(),
                        [&](const FaceReport& report) {
                            if (const auto* guidance = std::get_if<Guidance>(&report))
                                told.guidance.push_back(*guidance);
                            else if (const auto* fault = std::get_if<Fault>(&report))
                                told.fault = *fault;
                            else
                                told.decision = std::get<FaceDecision>(report);
                            if (enough && enough(told))
                                stop.request_stop();
                        },
                        [](const Image&) {}};
    matcher.giveReference(portraitOf("hanako"));
    matcher.run(camera, stop.get_token());
    told.after = std::chrono::steady_clock::now() - start;
    return told;
}

Image plain(std::uint8_t grey)
{
    return {.width = 640,
            .height = 480,
            .stride = 1920,
            .format = PixelFormat::Bgr8,
            .pixels = std::vector<std::uint8_t>(std::size_t{1920} * 480, grey)};
}

/// A folder of pictures for a practice camera, perhaps a broken one.
struct CameraFolder {
    CameraFolder(const std::vector<Image>& pictures, const std::string& fault = {})
    {
        for (std::size_t i = 0; i < pictures.size(); ++i)
            REQUIRE(writePng(folder.path() / ("00" + std::to_string(i) + ".png"), pictures[i]));
        if (!fault.empty())
            std::ofstream{folder.path() / "camera-fault"} << fault << '\n';
    }

    TestFolder folder;
    SequenceCamera camera{folder.path()};
};

void checkNamed(const Told& told, FaultCode code, std::string_view where)
{
    REQUIRE(told.fault);
    CHECK(told.fault->code == code);
    CHECK(told.fault->where == where);
    CHECK_FALSE(told.decision);
    CHECK(told.after < 30s); // whatever else the machine does: CameraWatchTest holds the limits to a second
}

} // namespace

TEST_CASE("aBlackPictureIsNamed")
{
    CameraFolder broken{{plain(0)}};

    checkNamed(lookThrough(broken.camera), FaultCode::CameraBlind, "faceauth/cameraCovered");
}

TEST_CASE("anOverexposedPictureIsNamed")
{
    CameraFolder broken{{plain(255)}};

    checkNamed(lookThrough(broken.camera), FaultCode::CameraBlind, "faceauth/cameraCovered");
}

TEST_CASE("anUnderexposedPictureAsksForLightAndIsNeverAMatch")
{
    CameraFolder broken{trouble("dark")};

    const Told told = lookThrough(broken.camera, [](const Told& t) { return !t.guidance.empty(); });

    CHECK(told.guidance == std::vector{Guidance::MoreLight});
    CHECK_FALSE(told.decision);
}

TEST_CASE("aFrozenPictureOfTheHolderIsNamedAndIsNoMatch")
{
    CameraFolder broken{atDesk("hanako", 1), "frozen"};

    checkNamed(lookThrough(broken.camera), FaultCode::CameraBlind, "faceauth/cameraFrozen");
}

TEST_CASE("aPictureASecondIsNamed")
{
    CameraFolder broken{{trouble("empty").front()}, "slow"};

    checkNamed(lookThrough(broken.camera), FaultCode::CameraMissing, "faceauth/cameraSlow");
}

TEST_CASE("picturesOfAnotherFormatAreNamed")
{
    CameraFolder broken{{trouble("empty").front()}, "format"};

    checkNamed(lookThrough(broken.camera), FaultCode::CameraBlind, "faceauth/frameShape");
}

TEST_CASE("aCameraThatIsPulledOutIsNamed")
{
    CameraFolder broken{trouble("empty")};
    std::error_code error;

    const Told told = lookThrough(broken.camera, [&](const Told&) {
        std::filesystem::remove_all(broken.folder.path(), error); // with the first hint
        return false;
    });

    checkNamed(told, FaultCode::CameraMissing, "sim/SequenceCamera");
}
