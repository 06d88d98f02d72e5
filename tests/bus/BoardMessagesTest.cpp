// SPDX-License-Identifier: Apache-2.0
#include "bus/BoardMessages.h"

#include "Mutations.h"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace std::chrono_literals;

namespace {

BoardSnapshot fullBoard()
{
    const BoardRow active{
        "0123abcd", {.stage = Stage::WaitingForStaff, .staffCalled = true}, 1000ms, 2000ms, 0ms};
    const BoardRow ended{"89abcdef",
                         {.stage = Stage::Finished,
                          .outcome = Outcome::Received,
                          .reason = ResolutionReason::EndsSoon,
                          .proof = Method::Pin,
                          .reservation = Reservation::Changed},
                         100ms,
                         900ms,
                         950ms};
    return {.terminal = "desk-1",
            .practice = true,
            .inService = true,
            .spareWarm = true,
            .auditFailing = true,
            .sealBroken = true,
            .findings = {0, 4},
            .call = BoardCall::CardLeft,
            .rows = {active, ended},
            .session = {.state = SessionState::Open,
                        .staff = "tanaka",
                        .role = StaffRole::Reception,
                        .pinSet = true,
                        .may = {DeskOperation::SeeBoard, DeskOperation::EndVisit},
                        .problem = DeskProblem::NotAllowed,
                        .waitSeconds = 30}};
}

} // namespace

TEST_CASE("boardSurvivesTheWay")
{
    const auto received = decodeBoard(encode(fullBoard()));

    REQUIRE(received);
    CHECK(*received == fullBoard());
    CHECK(*decodeBoard(encode(BoardSnapshot{})) == BoardSnapshot{});
}

TEST_CASE("boardOfTooManyRowsIsRefused")
{
    BoardSnapshot board = fullBoard();
    board.rows.resize(kMaxBoardRows, board.rows.front());
    CHECK(decodeBoard(encode(board)));

    board.rows.push_back(board.rows.front());

    CHECK_FALSE(decodeBoard(encode(board)));
}

TEST_CASE("rowWithAnUnknownFieldIsRefused")
{
    std::string message = encode(fullBoard());
    message.replace(message.find("\"tag\""), 5, "\"surprise\":1,\"tag\"");

    CHECK_FALSE(decodeBoard(message));
}

TEST_CASE("mutilatedBoardMessagesNeverBreakTheDecoder")
{
    int refused = 0;
    forEachMutation(encode(fullBoard()),
                    [&](const std::string& text) { refused += decodeBoard(text) ? 0 : 1; });

    CHECK(refused > 1000);
}
