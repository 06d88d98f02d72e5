// SPDX-License-Identifier: Apache-2.0
#include "formats/record/ScreenMessages.h"
#include "tests/formats/status/Mutations.h"

#include <catch2/catch.hpp>

using namespace madoguchi;

namespace {

Screen fullScreen()
{
    Screen screen;
    screen.stage = Stage::EnteringPin;
    screen.language = Language::English;
    screen.practice = true;
    screen.lineUp = false;
    screen.myTurn = true;
    screen.methods = {Method::Pin, Method::Face};
    screen.consentItems = {ConsentItem::Medicines, ConsentItem::Surgery};
    screen.pinTriesLeft = 1;
    screen.confirmLastTry = true;
    screen.fault = FaultCode::PinWrong;
    screen.guidance = Guidance::Good;
    screen.faceMisses = 2;
    screen.outcome = Outcome::SeeReception;
    screen.maskedName = "練● 花●";
    screen.stepSecondsLeft = 59;
    screen.certificateEndsSoon = true;
    screen.certificateEnd = "2026-12-31";
    return screen;
}

const std::vector<PatientInput> kInputs{MethodChosen{Method::StaffEye},
                                        PinEntered{"0427"},
                                        LastTryConfirmed{},
                                        ConsentsGiven{Consents{0b1010}},
                                        FirstUseAnswered{true},
                                        LanguageChosen{Language::English},
                                        MoreTimeWanted{},
                                        HelpWanted{},
                                        NoCardHere{},
                                        Cancelled{}};

} // namespace

TEST_CASE("screenSurvivesTheWay")
{
    const Screen sent = fullScreen();

    const auto received = decodeScreen(encode(sent));

    REQUIRE(received);
    CHECK(received->stage == sent.stage);
    CHECK(received->language == sent.language);
    CHECK(received->practice == sent.practice);
    CHECK(received->lineUp == sent.lineUp);
    CHECK(received->myTurn == sent.myTurn);
    CHECK(received->methods == sent.methods);
    CHECK(received->consentItems == sent.consentItems);
    CHECK(received->pinTriesLeft == sent.pinTriesLeft);
    CHECK(received->confirmLastTry == sent.confirmLastTry);
    CHECK(received->fault == sent.fault);
    CHECK(received->guidance == sent.guidance);
    CHECK(received->faceMisses == sent.faceMisses);
    CHECK(received->outcome == sent.outcome);
    CHECK(received->maskedName == sent.maskedName);
    CHECK(received->stepSecondsLeft == sent.stepSecondsLeft);
    CHECK(received->certificateEndsSoon == sent.certificateEndsSoon);
    CHECK(received->certificateEnd == sent.certificateEnd);
}

TEST_CASE("whatIsAbsentStaysAbsent")
{
    const auto received = decodeScreen(encode(Screen{}));

    REQUIRE(received);
    CHECK_FALSE(received->pinTriesLeft);
    CHECK_FALSE(received->fault);
    CHECK_FALSE(received->guidance);
}

TEST_CASE("everyStageCanBeShown")
{
    for (std::size_t i = 0; i < kStageCount; ++i) {
        Screen screen;
        screen.stage = static_cast<Stage>(i);

        CHECK(decodeScreen(encode(screen))->stage == screen.stage);
    }
}

TEST_CASE("everyPatientInputSurvivesTheWay")
{
    for (const auto& sent : kInputs) {
        const auto received = decodePatientInput(encode(sent));

        REQUIRE(received);
        CHECK(received->index() == sent.index());
        CHECK(encode(*received) == encode(sent));
    }
}

TEST_CASE("pinIsFourDigitsOrNothing")
{
    CHECK(decodePatientInput(R"({"input":"pin","pin":"1234"})"));
    for (const char* pin : {"123", "12345", "12a4", "", "１２"})
        CHECK_FALSE(decodePatientInput(encode(PinEntered{pin})));
    CHECK_FALSE(decodePatientInput(R"({"input":"pin","pin":1234})"));
}

TEST_CASE("numbersOutsideAnEnumerationAreRefused")
{
    CHECK_FALSE(decodePatientInput(R"({"input":"method","method":3})"));
    CHECK_FALSE(decodePatientInput(R"({"input":"method","method":-1})"));
    CHECK_FALSE(decodePatientInput(R"({"input":"method","method":1.0})"));
    CHECK_FALSE(decodePatientInput(R"({"input":"method","method":18446744073709551615})"));
    CHECK_FALSE(decodePatientInput(R"({"input":"consents","consents":16})"));
}

TEST_CASE("listsWithRepetitionsAreRefused")
{
    Screen screen;
    screen.methods = {Method::Pin, Method::Pin};

    CHECK_FALSE(decodeScreen(encode(screen)));
}

TEST_CASE("oversizedNamesAreRefused")
{
    Screen screen;
    screen.maskedName = std::string(300, 'x');

    CHECK_FALSE(decodeScreen(encode(screen)));
}

TEST_CASE("unknownFieldsAreRefused")
{
    CHECK_FALSE(decodeScreen(withUnknownField(encode(fullScreen()))));
    for (const auto& input : kInputs)
        CHECK_FALSE(decodePatientInput(withUnknownField(encode(input))));
}

TEST_CASE("mutilatedScreensAndInputsNeverBreakTheDecoder")
{
    int refused = 0;
    const auto screen = [&refused](const std::string& text) { refused += decodeScreen(text) ? 0 : 1; };
    const auto input = [&refused](const std::string& text) { refused += decodePatientInput(text) ? 0 : 1; };

    forEachMutation(encode(fullScreen()), screen);
    for (const auto& sent : kInputs)
        forEachMutation(encode(sent), input);

    CHECK(refused > 1000);
}

TEST_CASE("deepNestingIsRefused")
{
    const std::string deep(100'000, '[');

    CHECK_FALSE(decodeScreen(deep));
    CHECK_FALSE(decodeScreen("{\"stage\":" + deep + std::string(100'000, ']') + "}"));
}
