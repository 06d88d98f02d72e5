// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "ui/board/BoardModel.h"

namespace madoguchi {
namespace {

using std::chrono::milliseconds;
using std::chrono::minutes;

constexpr milliseconds kNow{minutes{60}};

struct RecordingSupervisor : BoardPort {
    void send(const DeskMessage& message) override
    {
        messages.push_back(message);
        if (const auto* order = std::get_if<DeskOrder>(&message))
            orders.push_back(*order);
    }
    std::vector<DeskMessage> messages;
    std::vector<DeskOrder> orders;
};

struct Desk {
    RecordingSupervisor supervisor;
    BoardModel board{{&supervisor}, [](int) { return TextId::checksSwapOn; }};
};

BoardRow activeAt(Stage stage)
{
    return {.tag = "a0000001",
            .status = {.stage = stage},
            .begun = kNow - minutes{3},
            .since = kNow - minutes{2}};
}

BoardRow endedWith(const char* tag, Outcome outcome, milliseconds ago)
{
    return {.tag = tag,
            .status = {.stage = Stage::Finished, .outcome = outcome},
            .begun = kNow - ago - minutes{1},
            .ended = kNow - ago};
}

std::vector<std::string> tags(const BoardModel& board)
{
    std::vector<std::string> list;
    for (const auto& row : board.rows())
        list.push_back(row->tag());
    return list;
}

BoardRow booked(const char* tag, Reservation flag, BookedCounts counts, milliseconds ago)
{
    auto row = endedWith(tag, Outcome::Received, ago);
    row.status.reservation = flag;
    row.status.booked = counts;
    return row;
}

TEST_CASE("theBookedOfTodayAreCountedByTheNewestListAndTheFlagsOfWhoCame")
{
    Desk desk;
    desk.board.tick(kNow, QDate{2026, 11, 20});
    CHECK_FALSE(desk.board.booked().known());

    auto guest = endedWith("a0000000", Outcome::Received, minutes{1}); // read the list and is not on it
    guest.status.booked = BookedCounts{20261120, 31, 2, 1};
    desk.board.show(
        {.rows = {guest, booked("a0000001", Reservation::Confirmed, {20261120, 30, 2, 1}, minutes{5}),
                  booked("a0000002", Reservation::Changed, {20261120, 30, 2, 1}, minutes{9}),
                  booked("a0000003", Reservation::WasInvalid, {20261119, 7, 7, 7}, minutes{40})}},
        kNow);

    const auto today = desk.board.booked();
    CHECK(today.known());
    CHECK(today.people() == 34);
    CHECK(today.valid() == 31);
    CHECK(today.come() == 2);
    CHECK(today.toCheck() == 1);
    desk.board.tick(kNow, QDate{2026, 11, 21});
    CHECK_FALSE(desk.board.booked().known());
}

TEST_CASE("whoNeedsSomebodyStandsFirstAndThenTheNewest")
{
    Desk desk;

    desk.board.show(
        {.rows = {activeAt(Stage::EnteringPin), endedWith("b0000002", Outcome::Received, minutes{1}),
                  endedWith("c0000003", Outcome::Received, minutes{5}),
                  endedWith("d0000004", Outcome::SeeReception, minutes{7}),
                  endedWith("e0000005", Outcome::SeeReception, minutes{6})}},
        kNow);

    CHECK(tags(desk.board) ==
          std::vector<std::string>{"e0000005", "d0000004", "a0000001", "b0000002", "c0000003"});
}

TEST_CASE("aPatientWhoWasSentToTheDeskLongAgoWaitsNoMore")
{
    Desk desk;
    desk.board.show(
        {.rows = {activeAt(Stage::EnteringPin), endedWith("b0000002", Outcome::SeeReception, minutes{1})}},
        kNow);
    REQUIRE(tags(desk.board).front() == "b0000002");

    desk.board.tick(kNow + minutes{20});

    CHECK(tags(desk.board).front() == "a0000001");
}

TEST_CASE("aTerminalThatWaitsForACardIsNoRow")
{
    Desk desk;

    desk.board.show({.inService = true, .rows = {activeAt(Stage::Idle)}}, kNow);

    CHECK(desk.board.rows().empty());
    CHECK(desk.board.waiting());
    CHECK(desk.board.chosen() == nullptr);
}

TEST_CASE("aRowSaysWhatTheNextStepTableSays")
{
    const auto row = [](const VisitStatus& status) {
        auto facts = activeAt(status.stage);
        facts.status = status;
        return DeskRow::Facts{.row = facts};
    };

    const DeskRow eye{row({.stage = Stage::WaitingForStaff}), kNow};
    CHECK(eye.step().nextAction() == NextAction::LookAtFace);
    CHECK(eye.need() == DeskRow::Calling);
    CHECK(eye.who() == DeskRow::Staff);
    const DeskRow locked{row({.stage = Stage::Failed, .fault = FaultCode::PinLocked}), kNow};
    CHECK(locked.step().headline().in(Language::English) == "The PIN is locked");
    CHECK(locked.who() == DeskRow::Municipality);
    CHECK(locked.fault().code() == "P-02");
    const DeskRow lost{row({.stage = Stage::Finished,
                            .outcome = Outcome::SeeReception,
                            .reason = ResolutionReason::Lost,
                            .proof = Method::Pin}),
                       kNow};
    CHECK(lost.step().steps().size() == 4);
    CHECK(lost.step().nextAction() == NextAction::TypeInsuredNumber);
    const DeskRow typing{row({.stage = Stage::EnteringPin}), kNow};
    CHECK(typing.need() == DeskRow::Going);
    CHECK(typing.who() == DeskRow::Patient);
}

TEST_CASE("aRowFlagsWhoIsBooked")
{
    auto facts = activeAt(Stage::Finished);
    CHECK(DeskRow{{.row = facts}, kNow}.reservation() == -1);
    facts.status.reservation = Reservation::Changed;
    CHECK(DeskRow{{.row = facts}, kNow}.reservation() == 1);
}

TEST_CASE("whoWentAwayWithoutAWordWantsNobody")
{
    const auto need = [](VisitStatus status) {
        auto row = endedWith("b0000002", Outcome::None, minutes{1});
        row.status = std::move(status);
        return DeskRow{{.row = row}, kNow}.need();
    };

    CHECK(need({.stage = Stage::Erasing}) == DeskRow::Done);
    CHECK(need({.stage = Stage::Failed, .fault = FaultCode::CardRemoved}) == DeskRow::Done);
    CHECK(need({.stage = Stage::Failed, .fault = FaultCode::LineDown}) == DeskRow::Calling);
    CHECK(need({.stage = Stage::Finished, .outcome = Outcome::Received}) == DeskRow::Done);
}

TEST_CASE("aCallIsAnsweredAtThisDeskBeforeTheSupervisorSaysSo")
{
    Desk desk;
    auto row = activeAt(Stage::EnteringPin);
    row.status.staffCalled = true;
    desk.board.show({.rows = {row}}, kNow);
    CHECK(desk.board.chosen()->called());
    CHECK(desk.board.chosen()->need() == DeskRow::Calling);

    desk.board.open();
    CHECK_FALSE(desk.board.chosen()->called());
    CHECK(desk.board.chosen()->need() == DeskRow::Going);
}

TEST_CASE("aDoublePressOpensOnceAndALaterOneAgain")
{
    Desk desk;
    desk.board.show({.rows = {activeAt(Stage::WaitingForStaff)}}, kNow);

    desk.board.open();
    desk.board.open();
    REQUIRE(desk.supervisor.orders.size() == 1);
    CHECK(desk.supervisor.orders[0].tag == "a0000001");
    CHECK(desk.supervisor.orders[0].order == StaffOrder::OpenPane);

    desk.board.tick(kNow + milliseconds{1000});
    desk.board.open();
    CHECK(desk.supervisor.orders.size() == 2);
}

TEST_CASE("aVisitIsEndedByTheSecondPressAndOnlyOnce")
{
    Desk desk;
    desk.board.show({.rows = {activeAt(Stage::EnteringPin)}}, kNow);

    desk.board.end();
    CHECK(desk.supervisor.orders.empty());
    CHECK(desk.board.endAsked());
    for (int press = 0; press < 4; ++press)
        desk.board.end();

    REQUIRE(desk.supervisor.orders.size() == 1);
    CHECK(desk.supervisor.orders[0].order == StaffOrder::EndVisit);
}

TEST_CASE("askingToEndOneRowDoesNotEndAnother")
{
    Desk desk;
    desk.board.show(
        {.rows = {activeAt(Stage::EnteringPin), endedWith("b0000002", Outcome::Received, minutes{1})}}, kNow);

    desk.board.end();
    desk.board.chooseNext();
    desk.board.choosePrevious();
    desk.board.end();

    CHECK(desk.supervisor.orders.empty());
}

TEST_CASE("nothingIsOrderedForAVisitThatHasEnded")
{
    Desk desk;
    desk.board.show({.rows = {endedWith("b0000002", Outcome::Received, minutes{1})}}, kNow);

    desk.board.open();
    desk.board.end();
    desk.board.end();

    CHECK(desk.supervisor.orders.empty());
}

TEST_CASE("theChosenRowStaysChosenWhileOthersMove")
{
    Desk desk;
    desk.board.show(
        {.rows = {activeAt(Stage::EnteringPin), endedWith("b0000002", Outcome::Received, minutes{1})}}, kNow);
    desk.board.chooseNext();
    REQUIRE(desk.board.chosen()->tag() == "b0000002");

    desk.board.show({.rows = {activeAt(Stage::Failed), endedWith("b0000002", Outcome::Received, minutes{1})}},
                    kNow);

    CHECK(desk.board.chosen()->tag() == "b0000002");
}

TEST_CASE("whatALostSupervisorSaidIsNoLongerShown")
{
    Desk desk;
    desk.board.show({.practice = true, .findings = {1, 2}, .rows = {activeAt(Stage::EnteringPin)}}, kNow);
    REQUIRE(desk.board.findings() == Wording{TextId::checksSwapOn});

    desk.board.lose();

    CHECK_FALSE(desk.board.connected());
    CHECK(desk.board.rows().empty());
    CHECK(desk.board.findings().in(Language::Japanese).isEmpty());
    CHECK(desk.board.practice());
}

TEST_CASE("aRowStaysTheSameObjectWhileItsVisitGoesOn")
{
    Desk desk;
    desk.board.show(
        {.rows = {activeAt(Stage::EnteringPin), endedWith("b0000002", Outcome::Received, minutes{1})}}, kNow);
    const auto* row = desk.board.chosen();
    int changes = 0;
    QObject::connect(row, &DeskRow::changed, &desk.board, [&] { ++changes; });
    int resets = 0;
    QObject::connect(desk.board.rowModel(), &QAbstractItemModel::modelReset, &desk.board, [&] { ++resets; });

    desk.board.show(
        {.rows = {activeAt(Stage::WaitingForStaff), endedWith("b0000002", Outcome::Received, minutes{1})}},
        kNow);
    desk.board.show(
        {.rows = {activeAt(Stage::WaitingForStaff), endedWith("b0000002", Outcome::Received, minutes{1})}},
        kNow);

    CHECK(desk.board.chosen() == row);
    CHECK(changes == 1);
    CHECK(resets == 0);
}

TEST_CASE("anyOrderIsReachedByMovesAlone")
{
    Desk desk;
    unsigned dice = 7;
    const auto roll = [&](unsigned sides) { return (dice = dice * 1664525U + 1013904223U) / 65536U % sides; };
    for (int turn = 0; turn < 300; ++turn) {
        BoardSnapshot board;
        for (unsigned visit = 0; visit < 12; ++visit)
            if (roll(3) != 0) {
                const auto tag = "c00000" + std::to_string(10 + visit);
                board.rows.push_back(endedWith(tag.c_str(),
                                               roll(2) == 0 ? Outcome::Received : Outcome::SeeReception,
                                               minutes{roll(20)}));
            }
        desk.board.show(board, kNow);

        REQUIRE(desk.board.rows().size() == board.rows.size());
        for (std::size_t i = 1; i < board.rows.size(); ++i)
            CHECK(desk.board.rows()[i - 1]->need() >= desk.board.rows()[i]->need());
    }
}

TEST_CASE("threeTerminalsStandOnOneBoard")
{
    RecordingSupervisor ports[3];
    BoardModel board{{&ports[0], &ports[1], &ports[2]}, [](int) { return TextId::None; }};
    for (int source = 0; source < 3; ++source) {
        auto row = activeAt(source == 1 ? Stage::WaitingForStaff : Stage::Idle);
        board.show({.terminal = "desk-" + std::to_string(source + 1), .inService = true, .rows = {row}}, kNow,
                   source);
    }

    REQUIRE(board.rows().size() == 1);
    CHECK(board.rows()[0]->terminal() == "desk-2");
    CHECK(board.connected());
    board.open();
    REQUIRE(ports[1].orders.size() == 1);
    board.queryByNumber(); // the second one is busy
    REQUIRE(ports[2].orders.size() == 1);
    CHECK(ports[2].orders[0].order == StaffOrder::TypeNumber);
    board.lose(1);
    CHECK(board.rows().empty());
    CHECK_FALSE(board.connected());
}

TEST_CASE("theDeskSignsInAtTheTerminalThatAsks")
{
    RecordingSupervisor ports[2];
    BoardModel board{{&ports[0], &ports[1]}, [](int) { return TextId::None; }};
    board.show({.terminal = "desk-1",
                .session = {.state = SessionState::Open,
                            .staff = "tanaka",
                            .role = StaffRole::Reception,
                            .may = {DeskOperation::SeeBoard}}},
               kNow, 0);
    board.show({.terminal = "desk-2"}, kNow, 1);
    CHECK(board.session() == BoardModel::SignedOut);
    CHECK(board.signInTerminal() == "desk-2");
    CHECK_FALSE(board.seesRows());

    board.signIn(" Tanaka ", "a long password", "123456");

    CHECK(ports[0].messages.empty());
    REQUIRE(ports[1].messages.size() == 1);
    CHECK(std::get<SignIn>(ports[1].messages[0]).name == "tanaka");
    board.lock();
    CHECK(ports[0].messages.size() == 1);
    CHECK(ports[1].messages.size() == 2);
}

TEST_CASE("aCallSoundsOnceAndACardLeftBehindAgainAndAgain")
{
    Desk desk;
    std::vector<BoardModel::Alarm> heard;
    QObject::connect(&desk.board, &BoardModel::alarm, [&](auto alarm) { heard.push_back(alarm); });

    desk.board.show({}, kNow);
    CHECK(heard.empty());
    desk.board.show({.call = BoardCall::Help}, kNow);
    CHECK(desk.board.helpCalled());
    desk.board.tick(kNow + minutes{1});
    CHECK(heard == std::vector{BoardModel::Help});

    heard.clear();
    desk.board.show({.call = BoardCall::CardLeft}, kNow);
    CHECK(desk.board.cardLeft());
    desk.board.tick(kNow + std::chrono::seconds{14});
    CHECK(heard == std::vector{BoardModel::CardLeft});
    desk.board.tick(kNow + std::chrono::seconds{15});
    CHECK(heard.size() == 2);
    desk.board.show({}, kNow + minutes{1});
    CHECK(heard.size() == 2);
    desk.board.show({.call = BoardCall::Help}, kNow + minutes{2}); // another patient
    CHECK(heard.size() == 3);
}

TEST_CASE("aLockedDeskCallsOutWithoutARow")
{
    RecordingSupervisor ports[2];
    BoardModel board{{&ports[0], &ports[1]}, [](int) { return TextId::None; }};
    std::vector<BoardModel::Alarm> heard;
    QObject::connect(&board, &BoardModel::alarm, [&](auto alarm) { heard.push_back(alarm); });
    const DeskSession locked{.state = SessionState::Locked, .staff = "tanaka", .pinSet = true};
    board.show({.terminal = "desk-1", .session = locked}, kNow, 0);
    CHECK(board.callTerminal().isEmpty());

    board.show({.terminal = "desk-2", .call = BoardCall::Help, .session = locked}, kNow, 1);

    CHECK(heard == std::vector{BoardModel::Help});
    CHECK(board.callTerminal() == "desk-2");
    CHECK(board.rows().empty());
    board.show({.terminal = "desk-1", .call = BoardCall::CardLeft, .session = locked}, kNow, 0);
    CHECK(heard.size() == 2);
    board.lose(1);
    CHECK_FALSE(board.helpCalled());
}

TEST_CASE("aHandAtTheDeskIsToldNowAndThen")
{
    Desk desk;
    desk.board.touched(); // nobody is signed in
    CHECK(desk.supervisor.messages.empty());
    desk.board.show({.session = {.state = SessionState::Open, .staff = "tanaka"}}, kNow);

    desk.board.touched();
    desk.board.touched();
    CHECK(desk.supervisor.messages.size() == 1);
    desk.board.tick(kNow + std::chrono::seconds{30});
    desk.board.touched();
    CHECK(desk.supervisor.messages.size() == 2);
}

} // namespace
} // namespace madoguchi
