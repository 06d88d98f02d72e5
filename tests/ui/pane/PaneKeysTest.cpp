// SPDX-License-Identifier: Apache-2.0
// The staff's window by keys alone, through the real screens.
#include <catch2/catch.hpp>

#include "RecordingPane.h"
#include "ui/pane/PaneModel.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QKeyEvent>
#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickView>
#include <QTimer>

namespace madoguchi {
namespace {

class KeyedPane {
public:
    explicit KeyedPane(PaneView first) : shown{std::move(first)}
    {
        patient.show(shown);
        view.engine()->addImportPath(":/qt/qml");
        view.setInitialProperties({{"patient", QVariant::fromValue(&patient)}});
        view.resize(1280, 720);
        view.setSource(QUrl{"qrc:/qt/qml/Madoguchi/Pane/Pane.qml"});
        view.show();
        view.requestActivate();
        QCoreApplication::processEvents();
    }

    void show()
    {
        patient.show(shown);
        QCoreApplication::processEvents();
    }
    void press(int key, const QString& text = {})
    {
        QKeyEvent down{QEvent::KeyPress, key, Qt::NoModifier, text};
        QCoreApplication::sendEvent(&view, &down);
        QKeyEvent up{QEvent::KeyRelease, key, Qt::NoModifier, text};
        QCoreApplication::sendEvent(&view, &up);
    }
    void type(const QString& text)
    {
        for (const auto character : text)
            press(0, character);
    }

    RecordingPane port;
    PaneModel patient{port, 2026, true};
    PaneView shown;
    QQuickView view;
};

PaneView paper()
{
    return {.status = {.stage = Stage::WaitingForStaff, .withoutCard = true}, .today = "20261120"};
}

PaneView answered(bool byNumber)
{
    EligibilityAnswer answer;
    answer.confirmedFor = "20261120";
    answer.segmentOfResult = answer.processingStatus = "1";
    answer.validity = Validity::Valid;
    answer.results.resize(1);
    answer.results.front().name = "架空　花子";
    answer.results.front().birthdate = "19880412";
    answer.results.front().insurerNumber = "06139992";
    PaneView view{.status = {.stage = Stage::Finished,
                             .outcome = Outcome::Received,
                             .reason = ResolutionReason::Ok,
                             .withoutCard = byNumber,
                             .mayAskAgain = !byNumber}};
    view.record = paneRecord(answer);
    view.charts = view.linkable = true;
    view.chart = PaneChart{{"00101", chartValues(answer.results.front())}, 0, false, false};
    view.chart->chart.values[static_cast<std::size_t>(ChartField::Insurer)] = "01129998";
    return view;
}

TEST_CASE("aPaperIsTypedByKeysAlone")
{
    KeyedPane pane{paper()};

    pane.type("06139992");
    pane.press(Qt::Key_Tab);
    pane.type("12");
    pane.press(Qt::Key_Tab);
    pane.type("3456789");
    pane.press(Qt::Key_Tab);
    pane.type("02");
    for (int i = 0; i < 7; ++i) // past six eras
        pane.press(Qt::Key_Tab);
    pane.type("0102");
    pane.press(Qt::Key_F5);

    const auto given = pane.port.all<NumberGiven>();
    REQUIRE(given.size() == 1);
    CHECK(given[0].query == NumberQuery{"06139992", "12", "3456789", "02", "0102", "20261120", false});
}

TEST_CASE("theTwelveDigitNumberIsGoneFromTheFieldAtItsLastDigit")
{
    KeyedPane pane{paper()};

    pane.type("123456789018");

    CHECK(pane.patient.form()->refused());
    CHECK(pane.patient.form()->insurer().isEmpty());
    const auto* field = qobject_cast<QQuickItem*>(pane.view.activeFocusItem());
    REQUIRE(field != nullptr);
    CHECK(field->property("text").toString().isEmpty());
    pane.type("06139992");
    CHECK(pane.patient.form()->insurer() == "06139992");
}

TEST_CASE("twinsPutTheCursorIntoTheBranch")
{
    KeyedPane pane{paper()};
    pane.type("06139992");
    pane.shown.record = PaneRecord{};
    pane.shown.record->validity = Validity::Several;
    pane.shown.status.reason = ResolutionReason::Multiple;
    pane.shown.status.outcome = Outcome::SeeReception;
    pane.show();

    pane.type("03");

    CHECK(pane.patient.form()->branch() == "03");
    CHECK(pane.patient.form()->insurer() == "06139992");
}

TEST_CASE("theAnswersKeysTakeAskAndPrint")
{
    KeyedPane pane{answered(false)};

    pane.press(Qt::Key_F5);
    CHECK(pane.port.taken.size() == 1);
    pane.press(Qt::Key_F12);
    REQUIRE(pane.port.pages.size() == 1);
    pane.press(Qt::Key_F6);
    CHECK(pane.port.all<QueryWanted>().size() == 1);
}

TEST_CASE("aTypedAnswerIsCorrectedByItsKey")
{
    KeyedPane pane{answered(true)};

    pane.press(Qt::Key_F8);

    CHECK(pane.patient.page() == PaneModel::FormPage);
    CHECK(pane.port.all<StaffRefused>().empty());
}

/// As in madoguchi-pane: everything but the window is ready before anybody wants it, and answers change
/// meanwhile.
TEST_CASE("aWindowThatWaitedUnseenOpensWithWhatItLearnt")
{
    RecordingPane port;
    PaneModel patient{port, 2026};
    QQuickView view;
    view.engine()->addImportPath(":/qt/qml");
    view.setInitialProperties({{"patient", QVariant::fromValue(&patient)}});
    view.setResizeMode(QQuickView::SizeRootObjectToView);
    view.setMinimumSize({1024, 700});
    view.setSource(QUrl{"qrc:/qt/qml/Madoguchi/Pane/Pane.qml"});
    view.resize(1280, 720);
    view.create();
    for (const auto& learnt : {PaneView{}, answered(false), answered(true), paper(), answered(false)}) {
        patient.show(learnt);
        QEventLoop loop; // deletes what was put off, as processEvents() does not
        QTimer::singleShot(0, &loop, &QEventLoop::quit);
        loop.exec();
    }

    view.show();
    QCoreApplication::processEvents();
    const auto seen = view.grabWindow();

    CHECK(seen.size() == QSize{1280, 720});
    CHECK(patient.page() == PaneModel::RecordPage);
}

TEST_CASE("attestingByKeysTakesBothOfThem")
{
    KeyedPane pane{{.status = {.stage = Stage::WaitingForStaff}}};

    pane.press(Qt::Key_F5);
    CHECK(pane.port.all<StaffAttested>().empty());
    pane.press(Qt::Key_F2);
    pane.press(Qt::Key_F5);
    CHECK(pane.port.all<StaffAttested>().size() == 1);
}

} // namespace
} // namespace madoguchi
