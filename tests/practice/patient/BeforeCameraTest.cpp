// SPDX-License-Identifier: Apache-2.0
#include "practice/patient/BeforeCamera.h"
#include "practice/patient/ScriptedPatient.h"

#include <catch2/catch.hpp>
#include <cstdlib>

using namespace madoguchi;

namespace {

namespace fs = std::filesystem;

/// The folders of one person, removed at the end.
struct Faces {
    Faces()
    {
        std::string pattern = MADO_TEST_DIR "/before-camera.XXXXXX";
        REQUIRE(::mkdtemp(pattern.data()) != nullptr);
        folder = pattern;
        for (const char* part : {"live", "turn-left"})
            fs::create_directories(folder / "hanako" / part);
    }
    ~Faces()
    {
        std::error_code ignored;
        fs::remove_all(folder, ignored);
    }
    [[nodiscard]] fs::path link() const { return folder / "camera"; }
    [[nodiscard]] std::string shown() const { return fs::read_symlink(link()).filename(); }

    fs::path folder;
};

Screen looking(Guidance guidance)
{
    Screen screen;
    screen.stage = Stage::LookingAtFace;
    screen.guidance = guidance;
    return screen;
}

} // namespace

TEST_CASE("whoeverStandsThereTurnsAndTurnsBack")
{
    const Faces faces;
    REQUIRE(stepUp(faces.link(), faces.folder, "hanako"));
    CHECK(faces.shown() == "live");

    REQUIRE(turnHead(faces.link(), Facing::TheirLeft));
    CHECK(faces.shown() == "turn-left");
    REQUIRE(turnHead(faces.link(), Facing::Camera));
    CHECK(faces.shown() == "live");
}

TEST_CASE("whoCannotTurnStaysAsTheyAre")
{
    const Faces faces;
    REQUIRE(stepUp(faces.link(), faces.folder, "hanako"));

    const auto turned = turnHead(faces.link(), Facing::TheirRight); // there are no such pictures

    REQUIRE_FALSE(turned);
    CHECK(turned.fault().code == FaultCode::SettingsInvalid);
    CHECK(faces.shown() == "live");
    CHECK_FALSE(turnHead(faces.folder / "nobody", Facing::TheirLeft));
}

TEST_CASE("aPatientTurnsWhenAskedToAndBackWhenNoLongerAsked")
{
    ScriptedPatient patient{{}};

    CHECK_FALSE(patient.turns(looking(Guidance::Good)));
    CHECK(patient.turns(looking(Guidance::TurnRight)) == Facing::TheirRight);
    CHECK_FALSE(patient.turns(looking(Guidance::TurnRight)));
    CHECK(patient.turns(looking(Guidance::LookHere)) == Facing::Camera);
    CHECK(patient.turns(looking(Guidance::TurnLeft)) == Facing::TheirLeft);
    CHECK(patient.turns(Screen{}) == Facing::Camera);
}
