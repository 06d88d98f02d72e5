// SPDX-License-Identifier: Apache-2.0
// Two hundred rows at the desk: scrolled through and changing, every frame has to be ready when the screen
// wants it. Measured in this thread's processor time, so that a busy machine does not decide, with the
// software renderer, which is the slowest that a desk can have.
#include <catch2/catch.hpp>

#include "services/staff/Rights.h"
#include "ui/board/BoardModel.h"

#include <QCoreApplication>
#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickView>

#include <algorithm>
#include <ctime>
#include <vector>

namespace madoguchi {
namespace {

using std::chrono::milliseconds;
using std::chrono::minutes;

constexpr double kFrame = 1000.0 / 60;
constexpr milliseconds kNow{minutes{600}};

struct NobodyThere : BoardPort {
    void send(const DeskMessage&) override {}
};

double processorMilliseconds()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

BoardSnapshot fullBoard(unsigned turn)
{
    BoardSnapshot board{.terminal = "uketsuke-1", .practice = true, .inService = true, .spareWarm = true};
    board.session = {.state = SessionState::Open,
                     .staff = "uketsuke",
                     .role = StaffRole::Reception,
                     .may = rightsOf(StaffRole::Reception)};
    const Stage stages[]{Stage::EnteringPin, Stage::WaitingForStaff, Stage::Consenting,
                         Stage::CardLeftBehind};
    for (unsigned i = 0; i < kMaxBoardRows; ++i) {
        char tag[kVisitTagDigits + 1];
        std::snprintf(tag, sizeof tag, "%08x", i);
        BoardRow row{.tag = tag, .status = {}, .begun = kNow - minutes{i + 2}};
        row.status.stage = i == 0 ? stages[turn % 4] : Stage::Finished;
        row.status.outcome = i == 0 ? Outcome::None : Outcome::SeeReception;
        row.status.reason = static_cast<ResolutionReason>(i % 12);
        row.status.proof = Method::Pin;
        row.ended = i == 0 ? milliseconds{0} : kNow - minutes{i / 10 + 1};
        board.rows.push_back(std::move(row));
    }
    return board;
}

/// What each frame cost, sorted.
template<typename Change>
std::vector<double> frames(QQuickView& view, int count, Change change)
{
    std::vector<double> cost;
    for (int frame = 0; frame < count; ++frame) {
        const double before = processorMilliseconds();
        change(frame);
        QCoreApplication::processEvents();
        static_cast<void>(view.grabWindow());
        cost.push_back(processorMilliseconds() - before);
    }
    std::ranges::sort(cost);
    return cost;
}

double median(const std::vector<double>& sorted)
{
    return sorted[sorted.size() / 2];
}

QQuickItem* listIn(QQuickItem* item)
{
    if (item->inherits("QQuickListView"))
        return item;
    for (auto* child : item->childItems())
        if (auto* found = listIn(child))
            return found;
    return nullptr;
}

TEST_CASE("twoHundredRowsDropNoFrame")
{
    NobodyThere nobody;
    BoardModel board{{&nobody}, [](int) { return TextId::None; }};
    board.show(fullBoard(0), kNow);
    QQuickView view;
    view.engine()->addImportPath(":/qt/qml");
    view.setInitialProperties({{"board", QVariant::fromValue(&board)}});
    view.setResizeMode(QQuickView::SizeRootObjectToView);
    view.resize(1366, 768);
    view.setSource(QUrl{"qrc:/qt/qml/Madoguchi/Board/Board.qml"});
    REQUIRE(view.status() == QQuickView::Ready);
    view.show();
    auto* list = listIn(view.rootObject());
    REQUIRE(list);
    const auto still = frames(view, 30, [](int) {});
    REQUIRE(list->property("count").toInt() == static_cast<int>(kMaxBoardRows));

    const auto scrolling = frames(view, 120, [&](int frame) { list->setProperty("contentY", frame * 40.0); });
    const auto changing =
        frames(view, 60, [&](int turn) { board.show(fullBoard(static_cast<unsigned>(turn)), kNow); });

    const auto percentile95 = [](const std::vector<double>& sorted) {
        return sorted[sorted.size() * 95 / 100];
    };
    WARN("a frame's processor time in ms, median / 95 %: still "
         << median(still) << ", scrolling " << median(scrolling) << " / " << percentile95(scrolling)
         << ", a row changes " << median(changing) << " / " << percentile95(changing));
    CHECK(percentile95(scrolling) < kFrame);
    CHECK(percentile95(changing) < kFrame);
}

} // namespace
} // namespace madoguchi
