// SPDX-License-Identifier: Apache-2.0
#include "formats/status/VisitMessages.h"
#include "Mutations.h"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace std::chrono_literals;

namespace {

const std::string kVisitId = "0123456789abcdef0123456789abcdef";

const VisitReport kReport{
    {.stage = Stage::Failed,
     .fault = FaultCode::LineDown,
     .outcome = Outcome::SeeReception,
     .proof = Method::Face,
     .reservation = Reservation::ListUnreadable,
     .booked = BookedCounts{20261120, 31, 2, 1},
     .staffCalled = true,
     .securityNumberWanted = true,
     .kanjiNameOmitted = true,
     .cardLeft = true,
     .handOverFile = "OQSsiquc01res_face_13199999990000000000000000001_20260401090000.xml"},
    123'456ms};

const std::vector<VisitMessage> kVisitMessages{
    VisitReady{},
    kReport,
    VisitReport{},
    VisitArmed{600'000ms},
    AuditFact{AuditAct::IdentityProven, Method::Pin, std::nullopt},
    AuditFact{AuditAct::HandedOver, std::nullopt, FaultCode::HandOverFolderFull},
    AuditFact{.act = AuditAct::PagePrinted, .page = PageKind::QualificationSheet},
    ReaderFound{"Patient Reader [CCID] 00 00", 256}};

const std::vector<SupervisorMessage> kSupervisorMessages{
    Activate{kVisitId, true},
    Activate{kVisitId, false, {{"Patient Reader 00 00", 256}, {"Another 01 00", 65'536}}},
    FactKept{},
    FactLost{},
    StaffOrder::OpenPane,
    StaffOrder::EndVisit,
    StaffOrder::TypeNumber,
    Shutdown{}};

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
    const auto received = decodeVisitMessage(encode(VisitMessage{kReport}));

    REQUIRE(received);
    CHECK(std::get<VisitReport>(*received).status == kReport.status);
    CHECK(std::get<VisitReport>(*received).since == kReport.since);
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
    for (const auto& text : {std::string{"練馬 花子"}, std::string{"Hanako Nerima"}, std::string{"a-b"},
                             std::string{"../x"}, std::string(129, 'x')}) {
        VisitReport report = kReport;
        report.status.handOverFile = text;

        CHECK_FALSE(decodeVisitMessage(encode(VisitMessage{report})));
    }
}

TEST_CASE("noVisitSpeaksForTheSupervisor")
{
    CHECK(decodeVisitMessage(encode(VisitMessage{AuditFact{.act = kLastVisitAct}})));
    CHECK_FALSE(decodeVisitMessage(encode(VisitMessage{AuditFact{.act = AuditAct::VisitBegun}})));
    CHECK_FALSE(decodeVisitMessage(encode(VisitMessage{AuditFact{.act = AuditAct::LogReplaced}})));
}

TEST_CASE("visitIdIsThirtyTwoHexadecimalDigits")
{
    CHECK(decodeSupervisorMessage(encode(SupervisorMessage{Activate{kVisitId}})));
    for (const auto& id :
         {std::string{}, kVisitId + "0", kVisitId.substr(1), std::string{"G"}.append(kVisitId, 1)})
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

TEST_CASE("readersNameAndSizeAreBounded")
{
    const auto decoded = [](const std::string& reader, std::uint32_t most) {
        return decodeVisitMessage(encode(VisitMessage{ReaderFound{reader, most}})).ok();
    };

    CHECK(decoded(std::string(kMaxReaderName, 'r'), 65'536));
    CHECK_FALSE(decoded(std::string(kMaxReaderName + 1, 'r'), 256));
    CHECK_FALSE(decoded("", 256));
    CHECK_FALSE(decoded("花子", 256)); // a reader's name, not a person's
    CHECK_FALSE(decoded("Reader\n00", 256));
    CHECK_FALSE(decoded("Reader 00 00", 255));
    CHECK_FALSE(decoded("Reader 00 00", 65'537));
    CHECK_FALSE(decodeSupervisorMessage(encode(SupervisorMessage{
        Activate{kVisitId, false, std::vector<ReaderFound>(kMaxReaders + 1, {"Reader 00 00", 256})}})));
}
