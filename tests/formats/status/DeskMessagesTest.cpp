// SPDX-License-Identifier: Apache-2.0
#include "formats/status/DeskMessages.h"

#include "Mutations.h"

#include <catch2/catch.hpp>

using namespace madoguchi;

namespace {

/// What decodes again says the same when it is encoded once more.
bool survives(const DeskMessage& message)
{
    const auto received = decodeDeskMessage(encode(message));
    return received && received->index() == message.index() && encode(*received) == encode(message);
}

} // namespace

TEST_CASE("everyDeskMessageSurvivesTheWay")
{
    for (const DeskMessage& message :
         {DeskMessage{DeskOrder{"0123abcd", StaffOrder::EndVisit}},
          DeskMessage{SignIn{"tanaka", "うけつけのかぎはまどのそば", "123456"}}, DeskMessage{Unlock{"2580"}},
          DeskMessage{LockDesk{}}, DeskMessage{SignOut{}}, DeskMessage{StillHere{}},
          DeskMessage{ReleaseStaff{"suzuki"}}})
        CHECK(survives(message));
}

TEST_CASE("whatNoDeskSaysIsRefused")
{
    CHECK_FALSE(decodeDeskMessage(encode(DeskOrder{"0123ABCD", StaffOrder::EndVisit})));
    CHECK_FALSE(decodeDeskMessage(encode(DeskOrder{"", StaffOrder::EndVisit})));
    CHECK_FALSE(decodeDeskMessage(encode(SignIn{std::string(33, 'a'), "x", ""})));
    CHECK_FALSE(decodeDeskMessage(encode(SignIn{"a", std::string(129, 'x'), ""})));
    CHECK_FALSE(decodeDeskMessage(R"({"desk":"open"})"));
}

TEST_CASE("mutilatedDeskMessagesNeverBreakTheDecoder")
{
    int refused = 0;
    for (const DeskMessage& message : {DeskMessage{DeskOrder{"0123abcd", StaffOrder::OpenPane}},
                                       DeskMessage{SignIn{"tanaka", "madoguchi-renshu", "123456"}}})
        forEachMutation(encode(message),
                        [&](const std::string& text) { refused += decodeDeskMessage(text) ? 0 : 1; });

    CHECK(refused > 300);
}
