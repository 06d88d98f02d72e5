// SPDX-License-Identifier: Apache-2.0
#include "drivers/card/CardSession.h"
#include "CardScript.h"

#include <catch2/catch.hpp>
#include <winscard.h>

using namespace madoguchi;
using namespace madoguchi::testing;

namespace {

constexpr Aid kSomeApplication{{0xD3, 0x92, 0xF0, 0x00, 0x26, 0x01, 0x00, 0x00, 0x00, 0x01}, 10};
constexpr auto kSelect = "00A4040C0A D392F000260100000001";
constexpr Sfi kFile{0x0A};
constexpr Sfi kSecret{0x18};

/// One session over one script. Every test ends with the script played to its end.
struct Fixture {
    CardScript script;
    ReaderMemory memory;
    ScriptedTransport transport{script};
    CardSession session{transport, memory};

    ~Fixture() { CHECK(script.finished()); }

    Result<Bytes> readFile() { return session.readFile(kFile, Asked::Read, "test"); }
    Result<void> verify() { return session.verify(kSecret, "1234", Asked::VerifyPin, "test"); }
    Result<void> select() { return session.select(kSomeApplication, Asked::SelectJpki, "test"); }
};

/// A data object of this many bytes, header included (more than 259).
Bytes object(std::size_t size)
{
    return hex("3082") +
           Bytes{static_cast<std::uint8_t>((size - 4) >> 8), static_cast<std::uint8_t>(size - 4)} +
           Bytes(size - 4, 0x5A);
}

Bytes part(const Bytes& whole, std::size_t offset, std::size_t size)
{
    const auto begin = whole.begin() + static_cast<std::ptrdiff_t>(offset);
    return {begin, begin + static_cast<std::ptrdiff_t>(std::min(size, whole.size() - offset))};
}

} // namespace

TEST_CASE_METHOD(Fixture, "aFileIsReadInOneExtendedCommand")
{
    const auto file = object(1600) + Bytes(448, 0xFF);
    script.exchanges = {exchange("READ, extended", "00B08A00000000", answer(file))};

    const auto read = readFile();

    REQUIRE(read);
    CHECK(*read == file);
    CHECK(memory.largestAnswer(script.readerName) == kExtendedAnswer);
}

TEST_CASE_METHOD(Fixture, "aReaderThatSaysShortIsNotProbed")
{
    const auto file = object(600);
    script.maxApduData = 0;
    script.exchanges = {
        exchange("READ by short identifier", "00B08A0000", answer(part(file, 0, 256))),
        exchange("READ at 256", "00B0010000", answer(part(file, 256, 256))),
        exchange("READ exactly the rest", "00B0020058", answer(part(file, 512, 88))),
    };

    const auto read = readFile();

    REQUIRE(read);
    CHECK(*read == file);
    CHECK(memory.largestAnswer(script.readerName) == kShortAnswer);
}

TEST_CASE_METHOD(Fixture, "aReaderWithALimitIsReadInPiecesOfThatLimit")
{
    const auto file = object(3000);
    script.maxApduData = 2048;
    script.exchanges = {
        exchange("READ 2048", "00B08A00000800", answer(part(file, 0, 2048))),
        exchange("READ the rest", "00B008000003B8", answer(part(file, 2048, 952))),
    };

    const auto read = readFile();

    REQUIRE(read);
    CHECK(*read == file);
}

TEST_CASE("aReaderWithoutExtendedApdusIsFoundOutOnce")
{
    const Exchange refusals[]{
        exchange("card or reader: wrong length", "00B08A00000000", 0x6700),
        exchange("driver refuses", "00B08A00000000", pcscFaultOf(SCARD_E_NOT_TRANSACTED)),
        exchange("driver refuses", "00B08A00000000", pcscFaultOf(SCARD_E_INVALID_PARAMETER)),
        exchange("driver refuses", "00B08A00000000", pcscFaultOf(SCARD_E_INSUFFICIENT_BUFFER)),
    };
    for (const auto& refusal : refusals) {
        Fixture fixture;
        const auto file = object(300);
        const auto first = exchange("READ by short identifier", "00B08A0000", answer(part(file, 0, 256)));
        const auto rest = exchange("READ the rest", "00B001002C", answer(part(file, 256, 44)));
        fixture.script.exchanges = {refusal, first, rest, first, rest};

        const auto read = fixture.readFile();
        const auto again = fixture.readFile();

        REQUIRE((read && again));
        CHECK(*read == file);
        CHECK(fixture.memory.largestAnswer(fixture.script.readerName) == kShortAnswer);
    }
}

TEST_CASE_METHOD(Fixture, "aCardThatGoesDuringTheProbeSaysNothingAboutTheReader")
{
    script.exchanges = {
        exchange("READ, extended: lost", "00B08A00000000", pcscFaultOf(SCARD_E_NOT_TRANSACTED)),
        exchange("READ, short: gone", "00B08A0000", pcscFaultOf(SCARD_W_REMOVED_CARD)),
    };

    const auto read = readFile();

    REQUIRE_FALSE(read);
    CHECK(read.fault().code == FaultCode::CardRemoved);
    CHECK_FALSE(memory.largestAnswer(script.readerName));
}

TEST_CASE_METHOD(Fixture, "aRemovedCardIsNotProbedFurther")
{
    script.exchanges = {exchange("READ, extended", "00B08A00000000", pcscFaultOf(SCARD_W_REMOVED_CARD))};

    CHECK(readFile().fault().code == FaultCode::CardRemoved);
}

TEST_CASE_METHOD(Fixture, "aReaderKnownToCarryLongAnswersDoesNotFallBack")
{
    memory.remember(script.readerName, kExtendedAnswer);
    script.exchanges = {exchange("READ, extended", "00B08A00000000", pcscFaultOf(SCARD_E_NOT_TRANSACTED))};

    CHECK(readFile().fault().code == FaultCode::CardUnreadable);
}

TEST_CASE_METHOD(Fixture, "anAnswerCutByTheReaderIsCompleted")
{
    const auto file = object(600);
    script.exchanges = {
        exchange("READ, extended, cut short", "00B08A00000000", answer(part(file, 0, 256))),
        exchange("READ the rest", "00B00100000158", answer(part(file, 256, 344))),
    };

    const auto read = readFile();

    REQUIRE(read);
    CHECK(*read == file);
}

TEST_CASE_METHOD(Fixture, "theEndOfAFileIsNoFault")
{
    script.maxApduData = 0;
    script.exchanges = {
        exchange("READ: filler, no length to go by", "00B08A0000", answer(Bytes(256, 0xFF))),
        exchange("READ: last bytes, end of file", "00B0010000", answer(Bytes(10, 0xFF), 0x6282)),
        exchange("READ past the end", "00B0010A00", 0x6B00),
    };

    const auto read = readFile();

    REQUIRE(read);
    CHECK(read->size() == 266);
}

TEST_CASE_METHOD(Fixture, "aFileThatNeverEndsIsCutAtTheLargestOffset")
{
    memory.remember(script.readerName, kShortAnswer);
    for (int i = 0; i < 128; ++i)
        script.exchanges.push_back(exchange("READ: full again", "00B0*", answer(Bytes(256, 0xFF))));

    const auto read = readFile();

    REQUIRE(read);
    CHECK(read->size() == 0x8000);
}

TEST_CASE_METHOD(Fixture, "answersInPiecesAreFetched")
{
    script.exchanges = {
        exchange("sign", "802A029701AA00", answer(Bytes(256, 1), 0x6110)),
        exchange("GET RESPONSE 16", "00C0000010", answer(Bytes(16, 2))),
    };

    const auto signature =
        session.command({0x80, 0x2A, 0x02, 0x97, hex("AA"), kShortAnswer}, Asked::Sign, "test");

    REQUIRE(signature);
    CHECK(*signature == Bytes(256, 1) + Bytes(16, 2));
}

TEST_CASE_METHOD(Fixture, "aCardThatPromisesForEverIsNotHeardOut")
{
    script.exchanges = {exchange("sign", "802A029701AA00", 0x6100)};
    for (int i = 0; i < 64; ++i)
        script.exchanges.push_back(exchange("GET RESPONSE", "00C0000000", answer(Bytes(1, 0), 0x6100)));

    const auto signature =
        session.command({0x80, 0x2A, 0x02, 0x97, hex("AA"), kShortAnswer}, Asked::Sign, "test");

    CHECK(signature.fault().code == FaultCode::CardAnswerInvalid);
}

TEST_CASE_METHOD(Fixture, "theExactLengthTheCardAsksForIsUsed")
{
    script.exchanges = {
        exchange("READ 256", "00B0880000", 0x6C03),
        exchange("READ 3", "00B0880003", answer(hex("8F8F00"))),
    };

    const auto flags = session.readHead(Sfi{0x08}, Asked::Read, "test");

    REQUIRE(flags);
    CHECK(toHex(*flags) == "8F8F00");
}

TEST_CASE_METHOD(Fixture, "theFirstCommandAfterPowerUpMayBeLost")
{
    script.exchanges = {exchange("SELECT", kSelect, 0x6F00), exchange("SELECT", kSelect, 0x9000)};

    CHECK(select());
    CHECK(session.selected(kSomeApplication));
}

TEST_CASE_METHOD(Fixture, "afterAResetTheApplicationIsSelectedAgain")
{
    script.exchanges = {
        exchange("SELECT", kSelect, 0x9000),
        exchange("READ: another program reset the card", "00B0880000", pcscFaultOf(SCARD_W_RESET_CARD)),
        exchange("SELECT again", kSelect, 0x9000),
        exchange("READ again", "00B0880000", answer(hex("8F8F00"))),
    };

    REQUIRE(select());
    const auto flags = session.readHead(Sfi{0x08}, Asked::Read, "test");

    CHECK(flags);
    CHECK(script.reconnects == 1);
}

TEST_CASE_METHOD(Fixture, "aSecondResetInARowIsReported")
{
    script.exchanges = {
        exchange("READ", "00B0880000", pcscFaultOf(SCARD_W_RESET_CARD)),
        exchange("READ again", "00B0880000", pcscFaultOf(SCARD_W_RESET_CARD)),
    };

    CHECK(session.readHead(Sfi{0x08}, Asked::Read, "test").fault().code == FaultCode::CardBusy);
}

TEST_CASE_METHOD(Fixture, "aResetBeforeTheTransactionIsAccepted")
{
    script.exchanges = {exchange("SELECT", kSelect, 0x9000), exchange("SELECT again", kSelect, 0x9000)};
    script.transactionFault = pcscFaultOf(SCARD_W_RESET_CARD);

    REQUIRE(select());

    CHECK(session.beginTransaction());
    CHECK(script.transactionsBegun == 1);
}

TEST_CASE_METHOD(Fixture, "askingForTheTriesCostsNone")
{
    script.exchanges = {
        exchange("VERIFY without data: 2 left", "00200098", 0x63C2),
        exchange("blocked", "00200098", 0x6984),
        exchange("already verified", "00200098", 0x9000),
        exchange("no such secret", "00200098", 0x6A88),
    };

    CHECK(session.tries(kSecret, "test")->left == 2);
    CHECK(session.tries(kSecret, "test")->left == 0);
    CHECK(session.tries(kSecret, "test")->verified);
    CHECK(session.tries(kSecret, "test").fault().code == FaultCode::CardAnswerInvalid);
}

TEST_CASE_METHOD(Fixture, "aLostVerifyIsAskedAboutAndNeverSentAgain")
{
    script.exchanges = {
        exchange("tries: 3", "00200098", 0x63C3),
        exchange("VERIFY: the answer is lost", "002000980431323334", pcscFaultOf(SCARD_E_NOT_TRANSACTED)),
        exchange("tries: 2, so it arrived and was wrong", "00200098", 0x63C2),
    };

    REQUIRE(session.tries(kSecret, "test"));
    const auto verified = verify();

    REQUIRE_FALSE(verified);
    CHECK(verified.fault() == Fault{FaultCode::PinWrong, FaultSpace::None, 2, "test"});
}

TEST_CASE_METHOD(Fixture, "aLostVerifyThatSucceededCounts")
{
    script.exchanges = {
        exchange("tries: 3", "00200098", 0x63C3),
        exchange("VERIFY: the answer is lost", "002000980431323334", pcscFaultOf(SCARD_E_NOT_TRANSACTED)),
        exchange("verified", "00200098", 0x9000),
    };

    REQUIRE(session.tries(kSecret, "test"));

    CHECK(verify());
}

TEST_CASE_METHOD(Fixture, "aLostVerifyThatNeverArrivedIsALinkFault")
{
    script.exchanges = {
        exchange("tries: 3", "00200098", 0x63C3),
        exchange("VERIFY is lost", "002000980431323334", pcscFaultOf(SCARD_E_NOT_TRANSACTED)),
        exchange("still 3", "00200098", 0x63C3),
    };

    REQUIRE(session.tries(kSecret, "test"));

    CHECK(verify().fault().code == FaultCode::CardUnreadable);
}

TEST_CASE_METHOD(Fixture, "aLostSecondVerifyIsComparedWithTheFirst")
{
    script.exchanges = {
        exchange("tries: 3", "00200098", 0x63C3),
        exchange("VERIFY: wrong, 2 left", "002000980431323334", 0x63C2),
        exchange("VERIFY is lost", "002000980431323334", pcscFaultOf(SCARD_E_NOT_TRANSACTED)),
        exchange("still 2: it never arrived", "00200098", 0x63C2),
    };

    REQUIRE(session.tries(kSecret, "test"));
    REQUIRE(verify().fault().code == FaultCode::PinWrong);

    CHECK(verify().fault().code == FaultCode::CardUnreadable);
}

TEST_CASE_METHOD(Fixture, "aLostVerifyThatLockedIsLocked")
{
    script.exchanges = {
        exchange("VERIFY is lost", "002000980431323334", pcscFaultOf(SCARD_E_NOT_TRANSACTED)),
        exchange("blocked", "00200098", 0x6984),
    };

    CHECK(verify().fault().code == FaultCode::PinLocked);
}

TEST_CASE_METHOD(Fixture, "aResetDuringVerifyNeverSendsItAgain")
{
    script.exchanges = {
        exchange("SELECT", kSelect, 0x9000),
        exchange("tries: 3", "00200098", 0x63C3),
        exchange("VERIFY: reset", "002000980431323334", pcscFaultOf(SCARD_W_RESET_CARD)),
        exchange("SELECT again", kSelect, 0x9000),
        exchange("tries: 2", "00200098", 0x63C2),
    };

    REQUIRE(select());
    REQUIRE(session.tries(kSecret, "test"));

    CHECK(verify().fault() == Fault{FaultCode::PinWrong, FaultSpace::None, 2, "test"});
}

TEST_CASE_METHOD(Fixture, "aCardGoneDuringVerifyIsNotAsked")
{
    script.exchanges = {exchange("VERIFY: gone", "002000980431323334", pcscFaultOf(SCARD_W_REMOVED_CARD))};

    CHECK(verify().fault().code == FaultCode::CardRemoved);
}

TEST_CASE_METHOD(Fixture, "wrongWithoutACounterIsAskedAbout")
{
    script.exchanges = {
        exchange("VERIFY: wrong", "002000980431323334", 0x6300),
        exchange("tries: 1", "00200098", 0x63C1),
    };

    CHECK(verify().fault() == Fault{FaultCode::PinWrong, FaultSpace::None, 1, "test"});
}

TEST_CASE_METHOD(Fixture, "longDataIsChainedOnAShortReader")
{
    memory.remember(script.readerName, kShortAnswer);
    script.exchanges = {
        exchange("first link", "90A206C1FF" + toHex(Bytes(255, 0x11)), 0x9000),
        exchange("last link", "80A206C12D" + toHex(Bytes(45, 0x11)) + "10", answer(Bytes(16, 7))),
    };

    const auto challenge =
        session.command({0x80, 0xA2, 0x06, 0xC1, Bytes(300, 0x11), 16U}, Asked::AuthenticateTerminal, "test");

    REQUIRE(challenge);
    CHECK(challenge->size() == 16);
}

TEST_CASE_METHOD(Fixture, "aChainThatIsRefusedEnds")
{
    memory.remember(script.readerName, kShortAnswer);
    script.exchanges = {exchange("first link", "90A206C1FF*", 0x6884)};

    const auto challenge =
        session.command({0x80, 0xA2, 0x06, 0xC1, Bytes(300, 0x11), 16U}, Asked::AuthenticateTerminal, "test");

    CHECK(challenge.fault().code == FaultCode::PinlessNotAvailable);
}

TEST_CASE_METHOD(Fixture, "everyByteOnTheWireIsCounted")
{
    script.exchanges = {
        exchange("SELECT", kSelect, 0x9000),
        exchange("READ 256", "00B0880000", 0x6C03),
        exchange("READ 3", "00B0880003", answer(hex("8F8F00"))),
    };

    REQUIRE(select());
    REQUIRE(session.readHead(Sfi{0x08}, Asked::Read, "test"));

    CHECK(session.statistics() == LinkStatistics{3, 15 + 5 + 5, 2 + 2 + 5});
}

TEST_CASE_METHOD(Fixture, "anAnswerWithoutStatusWordIsNone")
{
    script.exchanges = {exchange("READ", "00B0880000", hex("90"))};

    CHECK(session.readHead(Sfi{0x08}, Asked::Read, "test").fault().code == FaultCode::CardUnreadable);
}

TEST_CASE_METHOD(Fixture, "aSilentCardThatLeftTheReaderWasRemoved")
{
    script.cardWentAway = true;
    script.exchanges = {
        exchange("READ: nothing comes back", "00B0880000", Bytes{}),
        exchange("READ: the driver complains", "00B0880000", pcscFaultOf(SCARD_E_NOT_TRANSACTED)),
    };

    const auto nothing = session.readHead(Sfi{0x08}, Asked::Read, "test");
    const auto complaint = session.readHead(Sfi{0x08}, Asked::Read, "test");

    CHECK(nothing.fault().code == FaultCode::CardRemoved);
    CHECK(complaint.fault().code == FaultCode::CardRemoved);
    CHECK(complaint.fault().value == 0x80100016);
}

TEST_CASE_METHOD(Fixture, "aCardThatLeftDuringTheProbeIsNamedByTheNextCommand")
{
    script.cardWentAway = true;
    script.exchanges = {
        exchange("READ, extended: nothing comes back", "00B08A00000000", Bytes{}),
        exchange("READ, short: nothing comes back", "00B08A0000", Bytes{}),
    };

    CHECK(readFile().fault().code == FaultCode::CardRemoved);
    CHECK_FALSE(memory.largestAnswer(script.readerName));
}

TEST_CASE("aReaderFoundToBeShortIsToldOnceAndWhatIsRecalledNever")
{
    ReaderMemory memory;
    std::vector<std::string> told;
    memory.onShortOnly = [&](const std::string& reader, std::uint32_t most) {
        told.push_back(reader + ' ' + std::to_string(most));
    };

    memory.recall("known", kShortAnswer);
    memory.remember("known", kShortAnswer);
    memory.remember("short", kShortAnswer);
    memory.remember("short", kShortAnswer);
    memory.remember("long", kExtendedAnswer);

    CHECK(told == std::vector<std::string>{"short 256"});
    CHECK(memory.largestAnswer("known") == kShortAnswer);
    CHECK(memory.largestAnswer("long") == kExtendedAnswer);
}
