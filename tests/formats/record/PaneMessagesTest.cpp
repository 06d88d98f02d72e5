// SPDX-License-Identifier: Apache-2.0
#include "formats/record/PaneMessages.h"
#include "tests/SampleAnswer.h"
#include "tests/formats/status/Mutations.h"

#include <catch2/catch.hpp>

using namespace madoguchi;

namespace {

EligibilityAnswer answer()
{
    auto q = sample::hanako();
    q.elderly = ElderlyCertificate{"", "20260801", "20270731", "020"};
    q.limit = LimitCertificate{"01", "A03", "", "20260401", "20270331", ""};
    sample::answerConsents(q);
    auto answer = sample::validAnswer(q);
    answer.referenceClass = "2";
    answer.results.resize(2); // the first is shown
    return answer;
}

PaneView fullView()
{
    return {.status = {.stage = Stage::LookingAtFace,
                       .fault = FaultCode::SecurityNumberWrong,
                       .outcome = Outcome::SeeReception,
                       .proof = Method::StaffEye,
                       .staffCalled = true,
                       .securityNumberWanted = true,
                       .kanjiNameOmitted = true,
                       .withoutCard = true,
                       .mayAskAgain = true,
                       .mayBegin = true,
                       .cardLeft = true,
                       .handOverFile = "OQSsiquc01res_131999999900017980000000000001_20261120093015.xml"},
            .maskedName = "練● 花●",
            .practice = true,
            .shown = true,
            .charts = true,
            .linkable = true,
            .today = "20261120",
            .record = paneRecord(answer()),
            .chart = PaneChart{{"00123", chartValues(answer().results.front())}, 2, true, true},
            .page = {4'000'000'000, true},
            .photo = {0xFF, 0x4F, 0x00}};
}

const NumberQuery kQuery{"06139992", "１２－３４", "5678", "02", "0102", "20261120", true};
const std::vector<StaffInput> kInputs{StaffAttested{}, StaffRefused{}, SecurityNumberGiven{"60042320311234"},
                                      StaffLooks{},    StaffBegan{},   NumberGiven{kQuery},
                                      QueryWanted{},   PaneOpened{},   PaneClosed{},
                                      MoreTimeWanted{}};

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
        const auto received = decodePaneInput(encode(sent));

        REQUIRE(received);
        REQUIRE(std::holds_alternative<StaffInput>(*received));
        const auto& input = std::get<StaffInput>(*received);
        CHECK(input.index() == sent.index());
        CHECK(encode(input) == encode(sent));
    }
}

TEST_CASE("securityNumberIsFourteenDigitsOrNothing")
{
    for (const char* number :
         {"6004232031123", "600423203112345", "6004232031123x", "", "６００４２３２０３１１２３４"})
        CHECK_FALSE(decodePaneInput(encode(SecurityNumberGiven{number})));
    CHECK_FALSE(decodePaneInput(R"({"input":"number"})"));
    CHECK_FALSE(decodePaneInput(R"({"input":"attested","number":"60042320311234"})"));
    CHECK_FALSE(decodePaneInput(R"({"input":"cancel"})"));
}

TEST_CASE("chartOrdersNameFieldsThatExist")
{
    const auto take = decodePaneInput(encode(ChartOrder{0b101}));
    REQUIRE(take);
    CHECK(std::get<ChartOrder>(*take).fields == 0b101);
    CHECK(decodePaneInput(encode(LinkOrder{})));
    CHECK_FALSE(decodePaneInput(encode(ChartOrder{1U << kChartFields})));
}

TEST_CASE("aPageOrderKeepsItsTicket")
{
    const auto order = decodePaneInput(encode(PageOrder{PageKind::QualificationSheet, 4'000'000'000}));
    REQUIRE(order);
    CHECK(std::get<PageOrder>(*order).page == PageKind::QualificationSheet);
    CHECK(std::get<PageOrder>(*order).ticket == 4'000'000'000);
    CHECK_FALSE(decodePaneInput(encode(PageOrder{})));                        // without a ticket
    CHECK_FALSE(decodePaneInput(R"({"input":"print","page":1,"ticket":7})")); // no such page
}

TEST_CASE("aRecordSaysWhichConsentsStandAndNothingTheyOpen")
{
    const auto record = paneRecord(answer());

    CHECK(record.processed);
    CHECK(record.byNumber);
    CHECK(record.results == 2);
    CHECK(record.consents == std::array<std::string, 4>{"1", "0", "", "2"});
    CHECK(record.elderlyRatio == "020");
    CHECK(record.limitClass == "A03");
    CHECK_FALSE(paneRecord(EligibilityAnswer{}).processed);
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
        CHECK_FALSE(decodePaneInput(withUnknownField(encode(input))));
}

TEST_CASE("mutilatedPaneMessagesNeverBreakTheDecoder")
{
    int refused = 0;
    const auto view = [&refused](const std::string& text) { refused += decodePaneView(text) ? 0 : 1; };
    const auto input = [&refused](const std::string& text) { refused += decodePaneInput(text) ? 0 : 1; };

    forEachMutation(encode(fullView()), view);
    for (const auto& sent : kInputs)
        forEachMutation(encode(sent), input);

    CHECK(refused > 1000);
}
