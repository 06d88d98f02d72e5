// SPDX-License-Identifier: Apache-2.0
#include "Desk.h"

#include "formats/status/BoardMessages.h"
#include "practice/run/ReservationList.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <sys/mount.h>

namespace madoguchi::test {
namespace {

constexpr std::chrono::seconds kPatience{60};

PracticeFolder folder()
{
    auto made = PracticeFolder::open(std::filesystem::path{MADO_TEST_DIR} / "journeys");
    REQUIRE(made);
    REQUIRE(made->needFaces({"hanako", "jiro"}));
    // Before the terminal starts: its visits live in mount namespaces copied from this one.
    REQUIRE(mount("receipt", (made->path() / "receipt").c_str(), "tmpfs", 0, "size=1m") == 0);
    for (const auto* part : {"staging", "face", "req", "res", "reservations"})
        std::filesystem::create_directory(made->path() / "receipt" / part);
    const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    REQUIRE(writeReservationList(made->path() / "receipt" / "reservations", made->people(), now));
    return *std::move(made);
}

PracticeSettings settings()
{
    setenv("QT_QPA_PLATFORM", "offscreen", 1); // staff may open a window
    setenv("QT_QUICK_BACKEND", "software", 1);
    PracticeSettings settings;
    settings.models = MADO_MODELS;
    settings.staff = true;
    // Short steps, so that a journey that only ends by them does not take minutes.
    settings.extra = "[deadlines]\nlooking_at_face = 20\nwaiting_for_staff = 5\nfinished = 3\nfailed = 2\n";
    return settings;
}

} // namespace

bool Journey::passed(Stage stage) const
{
    return std::any_of(stages.begin(), stages.end(), [stage](const auto& s) { return s.stage == stage; });
}

Desk& Desk::open()
{
    static Desk desk; // one for the program: starting a terminal is itself not what the journeys are about
    return desk;
}

Desk::Desk() : reception_{folder(), MADO_BIN_DIR, settings()}
{
    REQUIRE(reception_.open());
}

Journey Desk::serve(const PatientPlan& plan, const std::vector<std::string>& cardOptions)
{
    REQUIRE(reception_.folder().writePatient(plan));
    REQUIRE(reception_.folder().standBeforeCamera(plan.persona == "hanako" ? "hanako" : "jiro"));
    REQUIRE(watch().untilReady(kPatience));
    watch().follow();
    REQUIRE(reception_.layCard(plan.persona, cardOptions));
    REQUIRE(watch().untilStage(
        {Stage::Finished, Stage::Failed, Stage::WaitingForStaff, Stage::CardLeftBehind}, kPatience));
    Journey journey;
    journey.row = watch().row();
    if (journey.row.status.stage == Stage::WaitingForStaff)
        endVisit();
    journey.link = reception_.takeCard();
    journey.nextServed = watch().untilServed(kPatience).ok();
    journey.stages = watch().stages();
    return journey;
}

void Desk::endVisit()
{
    REQUIRE(watch().order({watch().row().tag, StaffOrder::EndVisit}));
}

PatientPlan plan(const std::string& persona, Method method)
{
    PatientPlan plan;
    plan.persona = persona;
    plan.method = method;
    return plan;
}

} // namespace madoguchi::test
