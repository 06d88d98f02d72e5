// SPDX-License-Identifier: Apache-2.0
// A patient without a card, served from the staff's window: the numbers of a paper, the record, the receipt
// computer's file, and the chart. Staff are a script over the window's own line; the rest is the terminal.
#include "Desk.h"

#include "drivers/receipt/oqs/ChartFile.h"
#include "formats/oqs/QualificationAnswer.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <fstream>
#include <iterator>

using namespace madoguchi;
using namespace madoguchi::test;

namespace {

constexpr auto kPatience = std::chrono::seconds{60};

NumberQuery hanakosPaper()
{
    return {"06139992", "１２", "３４５", "01", "0412", "", false};
}

NumberQuery twinsPaper(const char* branch)
{
    return {"06138887", "２０", "７７", branch, "19960203", "", false};
}

/// Opens the window on the idle visit, as a tap on 番号入力 does, and waits until the patient has been
/// served.
BoardRow serveByNumber(const StaffScript& script)
{
    auto& desk = Desk::open();
    REQUIRE(desk.reception().folder().writeStaff(script));
    REQUIRE(desk.watch().untilReady(kPatience));
    desk.watch().follow();
    REQUIRE(desk.watch().order({desk.watch().row().tag, StaffOrder::OpenPane}));
    REQUIRE(desk.watch().untilServed(kPatience));
    return desk.watch().row();
}

EligibilityAnswer received(const std::string& name)
{
    std::ifstream file{Desk::open().reception().folder().received() / name, std::ios::binary};
    const auto answer = readQualificationAnswer(std::string{std::istreambuf_iterator<char>{file}, {}});
    REQUIRE(answer);
    return *answer;
}

Chart hanakosChart()
{
    const auto& folder = Desk::open().reception().folder();
    Qualification q;
    q.referenceNumber = "00101";
    const auto found = ChartFile{folder.charts(), folder.path() / "receipt" / "staging"}.candidates(q);
    REQUIRE(found);
    REQUIRE(found->size() == 1);
    return found->front();
}

void layOutCharts()
{
    const auto& folder = Desk::open().reception().folder();
    std::filesystem::remove(folder.charts());
    REQUIRE(folder.needCharts());
}

/// How many pages the audit log tells of.
std::ptrdiff_t pagesOnRecord()
{
    std::ifstream log{Desk::open().reception().folder().path() / "audit" / "audit.log"};
    return std::count_if(std::istream_iterator<std::string>{log}, {},
                         [](const std::string& field) { return field == "qualification-sheet"; });
}

} // namespace

TEST_CASE("aPaperIsTypedAskedHandedOverAndTakenIntoTheChart")
{
    layOutCharts();

    const auto row = serveByNumber({{hanakosPaper()}, true, false});

    CHECK(row.status.outcome == Outcome::Received);
    CHECK_FALSE(row.status.proof);
    CHECK(row.status.withoutCard);
    CHECK(row.status.handOverFile.starts_with("OQSsiquc01res_"));
    const auto answer = received(row.status.handOverFile);
    CHECK(answer.referenceClass == "2"); // asked by number
    REQUIRE(answer.results.size() == 1);
    CHECK(answer.results.front().insurerNumber == "06139992");
    CHECK(answer.results.front().medicines.flag != "1"); // nobody can consent by a number
    const auto chart = hanakosChart();
    CHECK(chart[ChartField::Insurer] == "06139992");
    CHECK(chart[ChartField::Address] == answer.results.front().address);
    CHECK(chart[ChartField::Name] == "架空　花子");
}

TEST_CASE("whatWasTakenOverCanBeTakenBack")
{
    layOutCharts();
    const auto before = hanakosChart();

    const auto row = serveByNumber({{hanakosPaper()}, true, true});

    CHECK(row.status.outcome == Outcome::Received);
    CHECK(hanakosChart() == before);
}

TEST_CASE("aPageThatStaffWantIsPutOnRecordBeforeItMayGoOut")
{
    const auto before = pagesOnRecord();

    const auto row = serveByNumber({{hanakosPaper()}, false, false, true});

    CHECK(row.status.outcome == Outcome::Received);
    CHECK(pagesOnRecord() == before + 1);
}

TEST_CASE("twinsAreToldApartByTheBranchInTheSameVisit")
{
    const auto row = serveByNumber({{twinsPaper(""), twinsPaper("03")}, false, false});

    CHECK(row.status.outcome == Outcome::Received);
    const auto answer = received(row.status.handOverFile);
    REQUIRE(answer.results.size() == 1);
    CHECK(answer.results.front().branch == "03");
}

TEST_CASE("aNumberNobodyHasComesBackToStaffAndIsCorrected")
{
    auto slip = hanakosPaper();
    slip.number = "９９９";

    const auto row = serveByNumber({{slip, hanakosPaper()}, false, false});

    CHECK(row.status.outcome == Outcome::Received);
    CHECK(received(row.status.handOverFile).results.size() == 1);
}
