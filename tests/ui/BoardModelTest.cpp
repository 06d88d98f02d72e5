// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "ui/desk/BoardModel.h"

namespace madoguchi {
namespace {

using std::chrono::milliseconds;
using std::chrono::minutes;

constexpr milliseconds kNow{minutes{60}};

struct RecordingSupervisor : BoardPort {
    void send(const DeskOrder& order) override { orders.push_back(order); }
    std::vector<DeskOrder> orders;
};

struct Desk {
    RecordingSupervisor supervisor;
    BoardModel board{supervisor, [](int) { return Text{"直す", "mend"}; }};
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
    for (const auto* row : board.rows())
        list.push_back(row->tag());
    return list;
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

    CHECK(desk.board.rows().isEmpty());
    CHECK(desk.board.waiting());
    CHECK(desk.board.chosen() == nullptr);
}

TEST_CASE("eachStateOfAVisitAsksForTheRightThing")
{
    const auto todo = [](const VisitStatus& status) {
        auto row = activeAt(status.stage);
        row.status = status;
        return DeskRow{row, false, kNow}.todo();
    };

    CHECK(todo({.stage = Stage::WaitingForStaff}) == DeskRow::Look);
    CHECK(todo({.stage = Stage::LookingAtFace, .securityNumberWanted = true}) == DeskRow::TypeNumber);
    CHECK(todo({.stage = Stage::CardLeftBehind}) == DeskRow::TakeCard);
    CHECK(todo({.stage = Stage::OutOfService}) == DeskRow::CallAdministrator);
    CHECK(todo({.stage = Stage::Failed, .fault = FaultCode::PinLocked}) == DeskRow::SendToCity);
    CHECK(todo({.stage = Stage::Finished, .outcome = Outcome::SeeReception}) == DeskRow::SeeAnswer);
    CHECK(todo({.stage = Stage::Finished, .outcome = Outcome::Received, .kanjiNameOmitted = true}) ==
          DeskRow::FixName);
    CHECK(todo({.stage = Stage::EnteringPin}) == DeskRow::Nothing);
}

TEST_CASE("aCallStandsUntilSomebodyOpensTheRow")
{
    Desk desk;
    auto row = activeAt(Stage::EnteringPin);
    row.status.staffCalled = true;
    desk.board.show({.rows = {row}}, kNow);

    desk.board.show({.rows = {activeAt(Stage::EnteringPin)}}, kNow);
    CHECK(desk.board.chosen()->todo() == DeskRow::Help);

    desk.board.open();
    CHECK(desk.board.chosen()->todo() == DeskRow::Nothing);
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
    REQUIRE(desk.board.findingsEn() == "mend\nmend");

    desk.board.lose();

    CHECK_FALSE(desk.board.connected());
    CHECK(desk.board.rows().isEmpty());
    CHECK(desk.board.findingsJa().isEmpty());
    CHECK(desk.board.practice());
}

} // namespace
} // namespace madoguchi
