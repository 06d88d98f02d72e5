// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "RecordingPane.h"
#include "domain/status/FaultTable.h"
#include "ui/pane/PaneModel.h"

namespace madoguchi {
namespace {

struct Pane {
    RecordingPane visit;
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

TEST_CASE("aPatientOnTheWayIsAdvisedByWhatWentWrongLast")
{
    Pane pane;
    pane.patient.show({.status = {.stage = Stage::EnteringPin, .fault = FaultCode::PinWrong}});
    auto* advice = pane.patient.advice();
    CHECK(advice->tellsFault());
    CHECK(advice->fault().code() == QString::fromUtf8(faultRow(FaultCode::PinWrong).supportCode.data()));
    CHECK(advice->step().say() == Wording{nextStep(FaultCode::PinWrong).say});

    pane.patient.show({.status = {.stage = Stage::WaitingForStaff, .fault = FaultCode::PinLocked}});
    CHECK_FALSE(advice->tellsFault()); // staff are here to look, and that is what they are told
    CHECK(advice->step().wantsLook());
}

TEST_CASE("anAnswersHeadlineSpeaksOfItsDay")
{
    Pane pane;
    PaneView view{.status = {.stage = Stage::Finished,
                             .outcome = Outcome::SeeReception,
                             .reason = ResolutionReason::Lost,
                             .proof = Method::Pin}};
    view.record = PaneRecord{};
    view.record->loss = "20261001";
    pane.patient.show(view);

    CHECK(pane.patient.advice()->step().headline().in(Language::Japanese).contains("9月30日"));
    CHECK(pane.patient.advice()->tone() == AdviceWords::Attention);
    CHECK(pane.patient.advice()->step().steps().size() == 4);
    CHECK_FALSE(pane.patient.advice()->step().claim().in(Language::Japanese).isEmpty());
    CHECK(pane.patient.advice()->step().wantsNumber());
}

TEST_CASE("aTypedNumberThatFoundNothingIsNotSpokenOfAsACard")
{
    Pane pane;
    PaneView view{.status = {.stage = Stage::WaitingForStaff, .withoutCard = true}};
    pane.patient.show(view);
    CHECK(pane.patient.advice()->step().headline().in(Language::English) ==
          "Waiting for the numbers of a paper");

    view.status.outcome = Outcome::SeeReception;
    view.status.reason = ResolutionReason::NoMatch;
    pane.patient.show(view);
    CHECK(pane.patient.advice()->step().headline().in(Language::Japanese).contains("入力の誤り"));
    CHECK(pane.patient.advice()->step().headline().in(Language::Japanese).contains("届いていない"));

    view.status.outcome = Outcome::None;
    view.status.fault = FaultCode::LineDown;
    pane.patient.show(view);
    CHECK(pane.patient.advice()->tellsFault());
}

TEST_CASE("aCardsQuestionIsPutAgainByOneTapWhereItMay")
{
    Pane pane;
    auto view = viewAt(Stage::Finished);
    pane.patient.show(view);
    pane.patient.askAgain();
    CHECK(pane.visit.inputs.empty());

    view.status.mayAskAgain = true;
    pane.patient.show(view);
    pane.patient.askAgain();
    pane.patient.askAgain();
    REQUIRE(pane.visit.inputs.size() == 1);
    CHECK(std::holds_alternative<QueryWanted>(pane.visit.inputs[0]));
}

TEST_CASE("aTypedQuestionIsPutAgainWithItsFields")
{
    Pane pane;
    PaneView view{.status = {.stage = Stage::WaitingForStaff, .withoutCard = true}, .today = "20261120"};
    pane.patient.show(view);
    auto* form = pane.patient.form();
    form->setInsurer("06139992");
    form->setNumber("3456789");
    form->setBirth("19700102");
    pane.patient.ask();
    view.status.stage = Stage::Finished;
    pane.patient.show(view);
    pane.patient.askAgain();

    std::vector<NumberQuery> asked;
    for (const auto& input : pane.visit.inputs)
        if (const auto* given = std::get_if<NumberGiven>(&input))
            asked.push_back(given->query);
    REQUIRE(asked.size() == 2);
    CHECK(asked[0] == asked[1]);
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
