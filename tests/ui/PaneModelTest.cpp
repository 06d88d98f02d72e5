// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "ui/desk/PaneModel.h"

namespace madoguchi {
namespace {

struct RecordingVisit : PanePort {
    void send(const StaffInput& input) override { inputs.push_back(input); }
    void order(const ChartOrder& order) override { taken.push_back(order.fields); }
    void order(const LinkOrder&) override { ++links; }
    std::vector<std::uint32_t> taken;
    int links{0};
    std::vector<StaffInput> inputs;
};

struct Pane {
    RecordingVisit visit;
    PaneModel patient{visit, 2026};

    void type(std::string_view digits)
    {
        for (const char digit : digits)
            patient.press(digit - '0');
    }
};

PaneView viewAt(Stage stage)
{
    return {.status = {.stage = stage}};
}

PaneView numberWanted()
{
    return {.status = {.stage = Stage::LookingAtFace, .securityNumberWanted = true}};
}

TEST_CASE("attestingTakesTwoTapsAndIsSentOnce")
{
    Pane pane;
    pane.patient.show(viewAt(Stage::WaitingForStaff));

    pane.patient.attest();
    CHECK(pane.visit.inputs.empty());

    pane.patient.setSameFace(true);
    pane.patient.attest();
    pane.patient.attest();
    pane.patient.refuse();
    REQUIRE(pane.visit.inputs.size() == 1);
    CHECK(std::holds_alternative<StaffAttested>(pane.visit.inputs[0]));
}

TEST_CASE("refusingTakesOneTap")
{
    Pane pane;
    pane.patient.show(viewAt(Stage::WaitingForStaff));

    pane.patient.refuse();

    REQUIRE(pane.visit.inputs.size() == 1);
    CHECK(std::holds_alternative<StaffRefused>(pane.visit.inputs[0]));
}

TEST_CASE("nobodyAttestsAtAnotherStage")
{
    Pane pane;
    pane.patient.show(viewAt(Stage::EnteringPin));

    pane.patient.setSameFace(true);
    pane.patient.attest();
    pane.patient.refuse();

    CHECK_FALSE(pane.patient.sameFace());
    CHECK(pane.visit.inputs.empty());
}

TEST_CASE("theTickOfOneQuestionDoesNotCountForTheNext")
{
    Pane pane;
    pane.patient.show(viewAt(Stage::WaitingForStaff));
    pane.patient.setSameFace(true);

    pane.patient.show(viewAt(Stage::ChoosingMethod));
    pane.patient.show(viewAt(Stage::WaitingForStaff));
    pane.patient.attest();

    CHECK(pane.visit.inputs.empty());
}

TEST_CASE("aPlausibleNumberIsSentOnceAndForgotten")
{
    Pane pane;
    pane.patient.show(numberWanted());
    pane.type("600423");
    pane.patient.giveNumber();
    CHECK(pane.visit.inputs.empty());

    pane.type("203112345"); // one digit more than there are
    CHECK(pane.patient.digits() == "600423 2031 1234");
    pane.patient.giveNumber();
    pane.patient.giveNumber();

    REQUIRE(pane.visit.inputs.size() == 1);
    CHECK(std::get<SecurityNumberGiven>(pane.visit.inputs[0]).number == "60042320311234");
    CHECK(pane.patient.count() == 0);
}

TEST_CASE("anImpossibleNumberIsNotSent")
{
    Pane pane;
    pane.patient.show(numberWanted());

    pane.type("60132320311234");
    pane.patient.giveNumber();

    CHECK(pane.patient.check() == PaneModel::BirthImpossible);
    CHECK(pane.visit.inputs.empty());
}

TEST_CASE("digitsAreTakenOnlyWhileTheyAreWanted")
{
    Pane pane;
    pane.type("123");
    CHECK(pane.patient.count() == 0);

    pane.patient.show(numberWanted());
    pane.type("123");
    pane.patient.show(viewAt(Stage::LookingAtFace));

    CHECK(pane.patient.count() == 0);
}

TEST_CASE("aNumberThatDidNotOpenTheCardMayBeTypedAgain")
{
    Pane pane;
    pane.patient.show(numberWanted());
    pane.type("60042320311234");
    pane.patient.giveNumber();

    pane.patient.show(viewAt(Stage::LookingAtFace));
    pane.patient.show(numberWanted());
    pane.type("60042320314321");
    pane.patient.giveNumber();

    CHECK(pane.visit.inputs.size() == 2);
}

} // namespace
} // namespace madoguchi
