// SPDX-License-Identifier: Apache-2.0
#include "bus/PaneMessages.h"
#include "Mutations.h"

#include <catch2/catch.hpp>

using namespace madoguchi;

namespace {

PaneView fullView()
{
    return {.status = {.stage = Stage::LookingAtFace,
                       .fault = FaultCode::SecurityNumberWrong,
                       .outcome = Outcome::SeeReception,
                       .proof = Method::StaffEye,
                       .staffCalled = true,
                       .securityNumberWanted = true,
                       .kanjiNameOmitted = true,
                       .cardLeft = true,
                       .handOverFile = "OQSsiquc01res_202611200902.xml"},
            .maskedName = "練● 花●",
            .practice = true};
}

const std::vector<StaffInput> kInputs{StaffAttested{}, StaffRefused{}, SecurityNumberGiven{"60042320311234"}};

} // namespace

TEST_CASE("paneViewSurvivesTheWay")
{
    const auto received = decodePaneView(encode(fullView()));

    REQUIRE(received);
    CHECK(*received == fullView());
}

TEST_CASE("emptyPaneViewStaysEmpty")
{
    const auto received = decodePaneView(encode(PaneView{}));

    REQUIRE(received);
    CHECK(*received == PaneView{});
}

TEST_CASE("everyStaffInputSurvivesTheWay")
{
    for (const auto& sent : kInputs) {
        const auto received = decodeStaffInput(encode(sent));

        REQUIRE(received);
        CHECK(received->index() == sent.index());
        CHECK(encode(*received) == encode(sent));
    }
}

TEST_CASE("securityNumberIsFourteenDigitsOrNothing")
{
    for (const char* number :
         {"6004232031123", "600423203112345", "6004232031123x", "", "６００４２３２０３１１２３４"})
        CHECK_FALSE(decodeStaffInput(encode(SecurityNumberGiven{number})));
    CHECK_FALSE(decodeStaffInput(R"({"input":"number"})"));
    CHECK_FALSE(decodeStaffInput(R"({"input":"attested","number":"60042320311234"})"));
    CHECK_FALSE(decodeStaffInput(R"({"input":"cancel"})"));
}

TEST_CASE("oversizedNameForThePaneIsRefused")
{
    PaneView view;
    view.maskedName = std::string(300, 'x');

    CHECK_FALSE(decodePaneView(encode(view)));
}

TEST_CASE("unknownFieldsOfThePaneAreRefused")
{
    CHECK_FALSE(decodePaneView(withUnknownField(encode(fullView()))));
    for (const auto& input : kInputs)
        CHECK_FALSE(decodeStaffInput(withUnknownField(encode(input))));
}

TEST_CASE("mutilatedPaneMessagesNeverBreakTheDecoder")
{
    int refused = 0;
    const auto view = [&refused](const std::string& text) { refused += decodePaneView(text) ? 0 : 1; };
    const auto input = [&refused](const std::string& text) { refused += decodeStaffInput(text) ? 0 : 1; };

    forEachMutation(encode(fullView()), view);
    for (const auto& sent : kInputs)
        forEachMutation(encode(sent), input);

    CHECK(refused > 1000);
}
