// SPDX-License-Identifier: Apache-2.0
#include "Desk.h"
#include "practice/run/ScriptedVisit.h"
#include "practice/run/VisitProof.h"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::test;

namespace {

/// The receipt computer has the file and it is about this person.
void requireHandedOver(const Journey& journey, const std::string& persona)
{
    auto& folder = Desk::open().reception().folder();
    INFO("file " << journey.row.status.handOverFile);
    REQUIRE_FALSE(journey.row.status.handOverFile.empty());
    CHECK(fileIsAbout(folder.received() / journey.row.status.handOverFile,
                      *findPersona(folder.people(), persona)));
}

} // namespace

TEST_CASE("aPinVisitEndsWithTheFileAndTheNextPatientServed")
{
    const auto journey = Desk::open().serve(plan("hanako"));

    CHECK(journey.row.status.stage == Stage::Finished);
    CHECK(journey.row.status.outcome == Outcome::Received);
    CHECK(journey.row.status.proof == Method::Pin);
    requireHandedOver(journey, "hanako");
    CHECK(journey.link.apdus <= 7);
    const auto onBoard = answerOnBoard(journey.stages);
    REQUIRE(onBoard);
    CHECK(*onBoard <= std::chrono::seconds{1});
    CHECK(journey.nextServed);
}

TEST_CASE("aFaceVisitNeedsNoPin")
{
    const auto journey = Desk::open().serve(plan("hanako", Method::Face));

    CHECK(journey.row.status.stage == Stage::Finished);
    CHECK(journey.row.status.proof == Method::Face);
    requireHandedOver(journey, "hanako");
    CHECK(journey.link.apdus <= 16);
    CHECK(journey.nextServed);
}

TEST_CASE("aWrongPinThenTheRightOneIsStillAVisit")
{
    auto twoPins = plan("jiro");
    twoPins.wrongPins = 1;

    const auto journey = Desk::open().serve(twoPins);

    CHECK(journey.row.status.outcome == Outcome::Received);
    requireHandedOver(journey, "jiro");
    CHECK(journey.nextServed);
}

TEST_CASE("theBoardFlagsWhoIsBookedAndWhoseInsuranceHasChanged")
{
    auto& desk = Desk::open();
    for (const auto& [persona, flag] :
         {std::pair{"hanako", Reservation::Confirmed}, {"jiro", Reservation::Changed}}) {
        REQUIRE(desk.reception().folder().writePatient(plan(persona)));
        REQUIRE(desk.watch().untilReady(std::chrono::seconds{60}));
        desk.watch().follow();
        REQUIRE(desk.reception().layCard(persona));

        CHECK(desk.watch().until(
            [&desk](const BoardSnapshot&) { return desk.watch().row().status.reservation.has_value(); },
            std::chrono::seconds{60}));
        CHECK(desk.watch().row().status.reservation == flag);
        REQUIRE(desk.watch().row().status.booked); // how many stand on the list, and nothing of who
        const auto& booked = *desk.watch().row().status.booked;
        CHECK(booked == BookedCounts{booked.day, 2, 1, 1}); // as practice/run/ReservationList.cpp lays it out

        desk.reception().takeCard();
        CHECK(desk.watch().untilServed(std::chrono::seconds{60}));
    }
}

TEST_CASE("aPatientWithoutACardIsTakenFromTheBoardInOneStep")
{
    auto& desk = Desk::open();
    REQUIRE(desk.watch().untilReady(std::chrono::seconds{60}));
    desk.watch().follow();

    REQUIRE(desk.watch().order({desk.watch().row().tag, StaffOrder::TypeNumber}));

    // The group that waited for a card now waits for what staff type in its window.
    REQUIRE(desk.watch().untilStage({Stage::WaitingForStaff}, std::chrono::seconds{60}));
    CHECK_FALSE(desk.watch().row().status.proof);
    desk.endVisit();
    CHECK(desk.watch().untilServed(std::chrono::seconds{60}));
}

TEST_CASE("aLockedPinLeadsToStaff")
{
    const auto journey = Desk::open().serve(plan("lock"));

    CHECK(journey.row.status.stage == Stage::WaitingForStaff);
    CHECK_FALSE(journey.passed(Stage::AskingCentral));
    CHECK(journey.nextServed);
}

TEST_CASE("anotherPersonsFaceOpensNothing")
{
    auto& desk = Desk::open();
    REQUIRE(desk.reception().folder().writePatient(plan("jiro", Method::Face)));
    REQUIRE(desk.watch().untilReady(std::chrono::seconds{60}));
    REQUIRE(desk.reception().folder().standBeforeCamera("hanako")); // with jiro's card
    desk.watch().follow();

    REQUIRE(desk.reception().layCard("jiro"));
    REQUIRE(desk.watch().untilStage(
        {Stage::Finished, Stage::Failed, Stage::WaitingForStaff, Stage::ChoosingMethod},
        std::chrono::seconds{10}));
    REQUIRE(desk.watch().untilStage({Stage::LookingAtFace}, std::chrono::seconds{10}));
    REQUIRE(
        desk.watch().untilStage({Stage::Finished, Stage::Failed, Stage::WaitingForStaff, Stage::Consenting},
                                std::chrono::seconds{60}));

    CHECK(desk.watch().row().status.stage != Stage::Finished);
    CHECK(desk.watch().row().status.stage != Stage::Consenting);
    CHECK_FALSE(desk.watch().row().status.proof);
    if (desk.watch().row().status.stage == Stage::WaitingForStaff)
        desk.endVisit();
    desk.reception().takeCard();
    CHECK(desk.watch().untilServed(std::chrono::seconds{60}));
}

TEST_CASE("firstUseRegistersTheCardAndGoesOn")
{
    auto& reception = Desk::open().reception();
    reception.stopCentral(); // forgets who is registered
    std::filesystem::remove(reception.folder().path() / "central.sqlite");
    REQUIRE(reception.startCentral());

    const auto journey = Desk::open().serve(plan("shokai"));

    CHECK(journey.passed(Stage::Registering));
    CHECK(journey.row.status.outcome == Outcome::Received);
    requireHandedOver(journey, "shokai");
    CHECK(journey.nextServed);
}
