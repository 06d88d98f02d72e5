// SPDX-License-Identifier: Apache-2.0
#include "bus/VisitMessages.h"
#include "Mutations.h"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace std::chrono_literals;

namespace {

const std::string kVisitId = "0123456789abcdef0123456789abcdef";

const std::vector<VisitMessage> kVisitMessages{
    VisitReady{},
    VisitReport{Stage::Failed, 123'456ms, FaultCode::LineDown, "central/connect", Outcome::SeeReception,
                Method::Face},
    VisitReport{},
    VisitArmed{600'000ms},
    AuditFact{AuditAct::IdentityProven, Method::Pin, std::nullopt},
    AuditFact{AuditAct::HandedOver, std::nullopt, FaultCode::HandOverFolderFull}};

const std::vector<SupervisorMessage> kSupervisorMessages{Activate{kVisitId}, FactKept{}, StaffAttested{},
                                                         StaffDeclined{},    OpenPane{}, Shutdown{}};

} // namespace

TEST_CASE("everyVisitMessageSurvivesTheWay")
{
    for (const auto& sent : kVisitMessages) {
        const auto received = decodeVisitMessage(encode(sent));

        REQUIRE(received);
        CHECK(received->index() == sent.index());
        CHECK(encode(*received) == encode(sent));
    }
}

TEST_CASE("reportKeepsEveryField")
{
    const auto received = decodeVisitMessage(encode(kVisitMessages[1]));

    REQUIRE(received);
    const auto& report = std::get<VisitReport>(*received);
    CHECK(report.stage == Stage::Failed);
    CHECK(report.since == 123'456ms);
    CHECK(report.fault == FaultCode::LineDown);
    CHECK(report.faultPlace == "central/connect");
    CHECK(report.outcome == Outcome::SeeReception);
    CHECK(report.method == Method::Face);
}

TEST_CASE("everySupervisorMessageSurvivesTheWay")
{
    for (const auto& sent : kSupervisorMessages) {
        const auto received = decodeSupervisorMessage(encode(sent));

        REQUIRE(received);
        CHECK(received->index() == sent.index());
        CHECK(encode(*received) == encode(sent));
    }
}

TEST_CASE("nothingThatCouldBeANameFitsIntoAReport")
{
    for (const char* place : {"練馬 花子", "Hanako Nerima", "a-b", "a.b",
                              "1234567890123456789012345678901234567890"
                              "1234567890123456789012345"})
        CHECK_FALSE(decodeVisitMessage(encode(VisitMessage{VisitReport{.faultPlace = place}})));
}

TEST_CASE("visitIdIsThirtyTwoHexadecimalDigits")
{
    CHECK(decodeSupervisorMessage(encode(SupervisorMessage{Activate{kVisitId}})));
    for (const auto& id : {std::string{}, kVisitId + "0", kVisitId.substr(1), "G" + kVisitId.substr(1)})
        CHECK_FALSE(decodeSupervisorMessage(encode(SupervisorMessage{Activate{id}})));
}

TEST_CASE("capIsBounded")
{
    CHECK_FALSE(decodeVisitMessage(encode(VisitMessage{VisitArmed{0ms}})));
    CHECK_FALSE(decodeVisitMessage(encode(VisitMessage{VisitArmed{25h}})));
}

TEST_CASE("mutilatedVisitMessagesNeverBreakTheDecoder")
{
    int refused = 0;
    for (const auto& sent : kVisitMessages) {
        forEachMutation(encode(sent),
                        [&](const std::string& text) { refused += decodeVisitMessage(text) ? 0 : 1; });
        CHECK_FALSE(decodeVisitMessage(withUnknownField(encode(sent))));
    }
    for (const auto& sent : kSupervisorMessages) {
        forEachMutation(encode(sent),
                        [&](const std::string& text) { refused += decodeSupervisorMessage(text) ? 0 : 1; });
        CHECK_FALSE(decodeSupervisorMessage(withUnknownField(encode(sent))));
    }

    CHECK(refused > 1000);
}
