// SPDX-License-Identifier: Apache-2.0
#include "formats/status/BoardMessages.h"

#include "Mutations.h"
#include "SampleBoard.h"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace std::chrono_literals;

TEST_CASE("boardSurvivesTheWay")
{
    const auto received = decodeBoard(encode(sample::board()));

    REQUIRE(received);
    CHECK(*received == sample::board());
    CHECK(*decodeBoard(encode(BoardSnapshot{})) == BoardSnapshot{});
}

TEST_CASE("boardOfTooManyRowsIsRefused")
{
    BoardSnapshot board = sample::board();
    board.rows.resize(kMaxBoardRows, board.rows.front());
    CHECK(decodeBoard(encode(board)));

    board.rows.push_back(board.rows.front());

    CHECK_FALSE(decodeBoard(encode(board)));
}

TEST_CASE("rowWithAnUnknownFieldIsRefused")
{
    std::string message = encode(sample::board());
    message.replace(message.find("\"tag\""), 5, "\"surprise\":1,\"tag\"");

    CHECK_FALSE(decodeBoard(message));
}

TEST_CASE("mutilatedBoardMessagesNeverBreakTheDecoder")
{
    int refused = 0;
    forEachMutation(encode(sample::board()),
                    [&](const std::string& text) { refused += decodeBoard(text) ? 0 : 1; });

    CHECK(refused > 1000);
}
