// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "RecordingPane.h"
#include "domain/eligibility/NameMatch.h"
#include "tests/SampleAnswer.h"
#include "ui/pane/PaneModel.h"

namespace madoguchi {
namespace {

PaneView view()
{
    auto answer = sample::validAnswer(sample::masked());
    auto& q = answer.results.front();
    q.birthdate = "19530304";
    q.insurerNumber = "00138016";
    q.symbol.clear();
    q.branch.clear();
    q.number = "99";
    sample::answerConsents(q);
    PaneView view{.status = {.stage = Stage::Finished, .reason = ResolutionReason::Ok}};
    view.record = paneRecord(answer);
    view.charts = true;
    view.chart =
        PaneChart{{"00123", {"髙橋 花子", "タカハシ ハナコ", "19530304", "2", "06139992", "12", "99"}}};
    return view;
}

struct Pane {
    RecordingPane visit;
    PaneModel patient{visit, 2026};
};

} // namespace

TEST_CASE("aRatioThatIsNotKnownIsNeverGuessed")
{
    Pane pane;
    pane.patient.show(view()); // 73 years old, and no 高齢受給者証 came

    CHECK(pane.patient.record()->percent() == -1);
    CHECK(pane.patient.record()->age() == 73);
}

TEST_CASE("consentsAreYesNoOrExpired")
{
    Pane pane;
    pane.patient.show(view());

    CHECK(pane.patient.record()->consents() == QList<int>{1, 0, 3, 2});
}

TEST_CASE("onlyWhatCameAndDiffersCanBeTaken")
{
    Pane pane;
    pane.patient.show(view());
    const auto insurer = static_cast<int>(ChartField::Insurer);

    CHECK(pane.patient.record()->nameVerdict() == static_cast<int>(NameVerdict::Masked));
    for (const auto field : {ChartField::Name, ChartField::Kana, ChartField::Sex, ChartField::Symbol})
        pane.patient.take(static_cast<int>(field)); // masked, the same, not said, empty
    CHECK(pane.visit.taken.empty());
    pane.patient.take(insurer);
    pane.patient.takeAll();
    pane.patient.undo(); // nothing was taken yet
    CHECK(pane.visit.taken == std::vector<std::uint32_t>{1U << insurer, 1U << insurer});
}

TEST_CASE("whatDiffersComesFirstAndDaysAreReadable")
{
    Pane pane;
    pane.patient.show(view());

    const auto rows = pane.patient.record()->diffs();

    REQUIRE(rows.size() == qsizetype(kChartFields));
    CHECK(rows[0].toMap()["differs"].toBool());
    CHECK(rows[0].toMap()["field"].toInt() == int(ChartField::Name));
    CHECK_FALSE(rows[0].toMap()["takeable"].toBool()); // ● is nobody's name
    CHECK(rows[1].toMap()["field"].toInt() == int(ChartField::Insurer));
    CHECK_FALSE(rows[2].toMap()["differs"].toBool());
    const auto birth = std::ranges::find_if(
        rows, [](const QVariant& row) { return row.toMap()["field"].toInt() == int(ChartField::Birth); });
    CHECK(birth->toMap()["before"].toString() == "1953-03-04 (昭和28)");
}

TEST_CASE("aPrintedNameIsTheChartsOrNone")
{
    Pane pane;
    auto shown = view();
    pane.patient.show(shown);
    CHECK(pane.patient.record()->printName() == "髙橋 花子");

    shown.chart.reset();
    pane.patient.show(shown);
    CHECK(pane.patient.record()->printName().isEmpty());
}

TEST_CASE("withoutAPrinterNothingIsPrinted")
{
    Pane pane;
    pane.patient.show(view());
    pane.patient.print("t", "h", {"l"}, {"v"}, "f", "");
    CHECK(pane.visit.pages.empty());
    CHECK(pane.visit.sheets.empty());
}

TEST_CASE("noPageGoesOutBeforeItsActIsOnRecord")
{
    RecordingPane visit;
    PaneModel patient{visit, 2026, true};
    auto shown = view();
    shown.page = {7, true}; // of a window before this one
    patient.show(shown);
    patient.print("t", "h", {"l"}, {"v"}, "f", "");
    REQUIRE(visit.pages.size() == 1);
    CHECK(visit.pages[0].page == PageKind::QualificationSheet);
    CHECK(visit.pages[0].ticket != 0);
    shown.maskedName = "●橋　花●"; // something else changes meanwhile
    patient.show(shown);
    CHECK(visit.sheets.empty());

    shown.page = visit.lastPage(true);
    patient.show(shown);
    patient.show(shown); // the same verdict again is not a second page

    REQUIRE(visit.sheets.size() == 1);
    CHECK(visit.sheets[0].rows[0].second == "v");
    CHECK(patient.printing() == PaneModel::OnItsWay);
}

TEST_CASE("whatCannotBePutOnRecordIsNotPrintedAndMayBeTriedAgain")
{
    RecordingPane visit;
    PaneModel patient{visit, 2026, true};
    auto shown = view();
    patient.show(shown);
    patient.print("t", "h", {"l"}, {"v"}, "f", "");
    shown.page = visit.lastPage(false);
    patient.show(shown);

    CHECK(visit.sheets.empty());
    CHECK(patient.printing() == PaneModel::NotOnRecord);
    CHECK(PaneModel::notOnRecord().code() == "V-05");
    REQUIRE(patient.canPrint());
    patient.print("t", "h", {"l"}, {"v"}, "f", "");
    shown.page = visit.lastPage(true);
    patient.show(shown);
    CHECK(visit.sheets.size() == 1);
}

TEST_CASE("onePageIsPrintedAtATimeAndItsEndIsSaid")
{
    RecordingPane visit;
    PaneModel patient{visit, 2026, true};
    auto shown = view();
    patient.show(shown);
    patient.print("t", "h", {"l"}, {"v"}, "f", "");
    patient.print("t", "h", {"l"}, {"v"}, "f", "");
    CHECK(visit.pages.size() == 1);
    shown.page = visit.lastPage(true);
    patient.show(shown);
    CHECK(visit.sheets.size() == 1);
    CHECK(patient.printing() == PaneModel::OnItsWay);

    patient.printed(false);
    CHECK(patient.printing() == PaneModel::PrintFailed);
    patient.print("t", "h", {"l"}, {"v"}, "f", "");
    CHECK(visit.pages.size() == 2);
}

TEST_CASE("aChartOfAnotherBirthIsNobodysToTakeInto")
{
    Pane pane;
    auto shown = view();
    shown.chart->chart.values[static_cast<std::size_t>(ChartField::Birth)] = "19530305";
    pane.patient.show(shown);

    pane.patient.setNameAsked(true);
    pane.patient.takeAll();
    pane.patient.link();

    CHECK(pane.patient.record()->otherPerson());
    CHECK(pane.visit.taken.empty());
    CHECK(pane.visit.links == 0);
}

TEST_CASE("aNameThatDiffersIsAskedForBeforeAnythingIsTaken")
{
    Pane pane;
    auto shown = view();
    shown.record->name = "鈴木　花子";
    shown.record->nameKana = "ｽｽﾞｷ ﾊﾅｺ";
    pane.patient.show(shown);
    CHECK_FALSE(pane.patient.nameSettled());
    pane.patient.takeAll();
    CHECK(pane.visit.taken.empty());

    pane.patient.setNameAsked(true);
    pane.patient.takeAll();
    CHECK(pane.visit.taken.size() == 1);

    shown.record->name = "佐藤　花子"; // of the next answer it has not been asked
    pane.patient.show(shown);
    CHECK_FALSE(pane.patient.nameSettled());
}

TEST_CASE("theShareSaysWhoseItIs")
{
    Pane pane;
    auto shown = view();
    shown.record->personalFamily = "1";
    shown.record->elderly = true;
    shown.record->elderlyRatio = "020";
    shown.record->elderlyStart = "20260801";
    shown.record->elderlyEnd = "20270731";
    pane.patient.show(shown);

    CHECK(pane.patient.record()->percent() == 20);
    CHECK(pane.patient.record()->relation() == 1);
    CHECK(pane.patient.record()->elderlyPeriod() == "2026-08-01 (令和8) – 2027-07-31 (令和9)");
}

TEST_CASE("theChartsNumberIsRegisteredOnce")
{
    Pane pane;
    auto shown = view();
    pane.patient.show(shown);
    pane.patient.link();
    shown.record->referenceNumber = "00123";
    pane.patient.show(shown);
    pane.patient.link();

    CHECK(pane.visit.links == 1);
}

TEST_CASE("aNumberIsAskedOnlyWhenItIsComplete")
{
    Pane pane;
    PaneView waiting{.status = {.stage = Stage::WaitingForStaff, .withoutCard = true}, .today = "20261120"};
    pane.patient.show(waiting);
    CHECK(pane.patient.page() == PaneModel::FormPage);
    pane.patient.ask();
    auto* form = pane.patient.form();
    form->setInsurer("06139992");
    form->setNumber("3456789");
    form->setBirth("19700102");
    pane.patient.ask();

    const auto given = std::ranges::count_if(
        pane.visit.inputs, [](const auto& input) { return std::holds_alternative<NumberGiven>(input); });
    CHECK(given == 1);
}

TEST_CASE("onePatientIsLookedAtByOneTap")
{
    Pane pane;
    pane.patient.show({.status = {.stage = Stage::EnteringPin}});
    REQUIRE(pane.patient.canLook());
    pane.patient.look();
    pane.patient.look();

    REQUIRE(pane.visit.inputs.size() == 1);
    CHECK(std::holds_alternative<StaffLooks>(pane.visit.inputs[0]));
}

} // namespace madoguchi
