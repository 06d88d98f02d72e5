// SPDX-License-Identifier: Apache-2.0
// Runs inside an enclosure: the driver, the real pcscd, vpcd, and the practice card on the other end of the
// wire.
#include "drivers/card/MyNumberCard.h"
#include "drivers/card/PcscSlot.h"
#include "drivers/card/ReaderWatch.h"
#include "drivers/sim/card/CardMaker.h"
#include "drivers/sim/card/PracticeReader.h"

#include <catch2/catch.hpp>
#include <chrono>
#include <fstream>
#include <iterator>

using namespace madoguchi;
using namespace std::chrono_literals;

namespace {

using Kind = CardVariation::Kind;
using Change = CardPresencePort::Change;

const std::filesystem::path kFolder{MADO_TEST_DIR "/card-practice"};

class SystemTime final : public Clock {
public:
    [[nodiscard]] Tick now() const override { return {}; }
    [[nodiscard]] std::chrono::sys_seconds wallTime() const override
    {
        return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    }
};

std::string contentOf(const std::filesystem::path& file)
{
    std::ifstream stream{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{stream}, {}};
}

const std::vector<Persona>& people()
{
    static const auto list = loadPeople(MADO_SOURCE_DIR "/resources/personas/people.toml");
    REQUIRE(list);
    return *list;
}

const Persona& hanako()
{
    return *findPersona(people(), "hanako");
}

MyNumberCardOptions options()
{
    const auto pki = kFolder / "pki";
    const auto certificate = contentOf(pki / "terminal-cvc.bin");
    auto issuers = IssuerTrust::fromText({{"", contentOf(pki / "surface-ca.pem")}});
    auto terminal =
        TerminalKeys::fromText({certificate.begin(), certificate.end()}, contentOf(pki / "terminal-cvc.key"));
    REQUIRE((issuers && terminal));
    return {.issuers = std::move(*issuers), .terminal = std::move(*terminal)};
}

/// A desk: the driver on one side of pcscd, a hand that lays cards down on the other.
struct Desk {
    SystemTime clock;
    PracticeReader reader;
    ReaderMemory memory;
    PcscSlot slot{{"Virtual PCD 00 00", VirtualReaders::Taken}};
    ReaderWatch watch{{.reader = {"Virtual PCD 00 00", VirtualReaders::Taken}}};
    std::stop_source never;
    std::optional<MyNumberCard> card;

    Change next()
    {
        const auto change = watch.next(never.get_token());
        REQUIRE(change);
        return *change;
    }

    void lay(const CardVariation& variation = {}, int pullAtApdu = 0, const Persona& persona = hanako())
    {
        const auto maker = CardMaker::open(kFolder, people(), clock.wallTime());
        REQUIRE(maker);
        const auto image = maker->make(persona, variation);
        REQUIRE(image);
        REQUIRE(reader.insert(std::make_shared<PracticeCard>(*image), {.pullAtApdu = pullAtApdu}));
        REQUIRE(next() == Change::Inserted);
        card.emplace(slot, memory, clock, options());
    }

    void take()
    {
        card.reset();
        reader.remove();
        REQUIRE(next() == Change::Removed);
    }

    std::optional<Fault> pinVisit(const Persona& persona = hanako())
    {
        if (const auto record = card->read(); !record)
            return record.fault();
        if (const auto tries = card->pinTries(); !tries)
            return tries.fault();
        if (const auto verified = card->verifyPin(persona.pin); !verified)
            return verified.fault();
        const auto signature = card->sign({1, 2, 3}, Method::Pin);
        return signature ? std::nullopt : std::optional{signature.fault()};
    }

    std::optional<Fault> faceVisit(const Persona& persona = hanako())
    {
        if (const auto record = card->read(); !record)
            return record.fault();
        if (const auto portrait = card->readPortrait(securityNumber(persona), NumberSource::Staff); !portrait)
            return portrait.fault();
        const auto signature = card->sign({1, 2, 3}, Method::Face);
        return signature ? std::nullopt : std::optional{signature.fault()};
    }

    FaultCode faultOf(const std::optional<Fault>& fault)
    {
        REQUIRE(fault);
        take();
        return fault->code;
    }
};

void checkSameCount(const LinkStatistics& ours, const LinkCount& theirs)
{
    CHECK(static_cast<std::size_t>(ours.apdus) == theirs.apdus);
    CHECK(ours.bytesSent == theirs.commandBytes);
    CHECK(ours.bytesReceived == theirs.responseBytes);
}

} // namespace

TEST_CASE_METHOD(Desk, "aPinVisitThroughPcscdIsSevenCommands")
{
    lay();

    const auto fault = pinVisit();
    card->release();

    CHECK_FALSE(fault);
    CHECK(card->statistics().apdus == 7);
    checkSameCount(card->statistics(), reader.count());
    take();
}

TEST_CASE_METHOD(Desk, "aFaceVisitThroughPcscdIsSixteenCommands")
{
    lay();

    const auto fault = faceVisit();
    card->release();

    CHECK_FALSE(fault);
    CHECK(card->statistics().apdus == 16);
    checkSameCount(card->statistics(), reader.count());
    take();
}

TEST_CASE_METHOD(Desk, "aVisitDoesNotLookLikeACardBeingMoved")
{
    lay();
    REQUIRE_FALSE(pinVisit());
    card->release();
    REQUIRE_FALSE(pinVisit());

    take(); // the next change is the removal, and nothing before it
}

TEST_CASE_METHOD(Desk, "aSwappedCardIsTwoChanges")
{
    lay();

    reader.remove();
    CHECK(next() == Change::Removed);
    lay();
    take();
}

TEST_CASE_METHOD(Desk, "shortReadersAreServedAndRemembered")
{
    lay({.shortOnly = true});

    REQUIRE_FALSE(pinVisit());
    card->release();
    const auto first = card->statistics().apdus;
    REQUIRE_FALSE(pinVisit());
    card->release();

    CHECK(first > 7);
    CHECK(card->statistics().apdus == first - 1);
    CHECK(memory.largestAnswer("Virtual PCD 00 00") == kShortAnswer);
    CHECK(card->read());
    CHECK(card->readPortrait(securityNumber(hanako()), NumberSource::Staff));
    take();
}

TEST_CASE_METHOD(Desk, "afterReleaseTheCardSignsForNobody")
{
    lay();
    REQUIRE_FALSE(pinVisit());
    card->release();

    auto wire = slot.connect();
    REQUIRE(wire);
    CardSession session{**wire, memory};
    const Aid jpki{{0xD3, 0x92, 0xF0, 0x00, 0x26, 0x01, 0x00, 0x00, 0x00, 0x01}, 10};
    REQUIRE(session.select(jpki, Asked::SelectJpki, "test"));
    const auto signature =
        session.command({0x80, 0x2A, 0x02, 0x97, Bytes(32), kShortAnswer}, Asked::Sign, "test");

    REQUIRE_FALSE(signature);
    CHECK(signature.fault().value == sw::kNotAllowedYet);
    wire->reset();
    take();
}

TEST_CASE_METHOD(Desk, "aCardTakenAwayAtAnyCommandIsARemovedCard")
{
    for (int at = 1; at <= 6; ++at) {
        INFO("PIN visit, at command " << at);
        lay({}, at);
        const auto fault = pinVisit();

        REQUIRE(fault);
        CHECK(fault->code == FaultCode::CardRemoved);
        take();
    }
}

TEST_CASE_METHOD(Desk, "aCardTakenAwayDuringAFaceVisitIsARemovedCard")
{
    for (const int at : {4, 7, 8, 9, 11, 13, 15}) {
        INFO("face visit, at command " << at);
        lay({}, at);
        const auto fault = faceVisit();

        REQUIRE(fault);
        CHECK(fault->code == FaultCode::CardRemoved);
        take();
    }
}

TEST_CASE_METHOD(Desk, "whatLiesOnTheReaderIsNamed")
{
    lay({.kind = Kind::OtherCard});
    CHECK(faultOf(pinVisit()) == FaultCode::NotMyNumberCard);
    lay({.kind = Kind::ResidentCard});
    CHECK(faultOf(pinVisit()) == FaultCode::ResidentCard);
    lay({.kind = Kind::PhoneToken});
    CHECK(faultOf(pinVisit()) == FaultCode::PhoneToken);
    lay({.noCertificate = true});
    CHECK(faultOf(pinVisit()) == FaultCode::CertificateMissing);
}

TEST_CASE_METHOD(Desk, "forgedFacesAreFoundOut")
{
    lay({.tamperedPhoto = true});
    CHECK(faultOf(faceVisit()) == FaultCode::CardNotGenuine);
    lay({.cloned = true});
    CHECK(faultOf(faceVisit()) == FaultCode::CardCloned);
}

TEST_CASE_METHOD(Desk, "anExpiredCertificateIsStillReadAndSaysSo")
{
    lay({.expiredCertificate = true});

    const auto record = card->read();

    REQUIRE(record);
    CHECK(record->certificateState == CertificateState::Expired);
    take();
}

TEST_CASE_METHOD(Desk, "aWrongPinCountsDownToLocked")
{
    lay();
    REQUIRE(card->read());
    const auto wrong = hanako().pin == "0000" ? "1111" : "0000";

    const auto first = card->verifyPin(wrong);
    const auto second = card->verifyPin(wrong);
    const auto third = card->verifyPin(wrong);
    const auto fourth = card->verifyPin(hanako().pin);

    CHECK(first.fault().value == 2);
    CHECK(second.fault().value == 1);
    CHECK(third.fault().code == FaultCode::PinLocked);
    CHECK(fourth.fault().code == FaultCode::PinLocked);
    CHECK(card->pinTries()->left == 0);
    take();
}

TEST_CASE_METHOD(Desk, "aMistypedSecurityNumberCostsATryOnlyWhenItMightBeRight")
{
    lay();
    REQUIRE(card->read());
    auto otherYear = securityNumber(hanako());
    otherYear[9] = otherYear[9] == '9' ? '0' : '9';
    auto otherCode = securityNumber(hanako());
    otherCode[13] = otherCode[13] == '9' ? '0' : '9';

    const auto free = card->readPortrait(otherYear, NumberSource::Staff);
    const auto spent = card->readPortrait(otherCode, NumberSource::Staff);
    const auto right = card->readPortrait(securityNumber(hanako()), NumberSource::Staff);

    CHECK(free.fault().value == 0);
    CHECK(spent.fault().code == FaultCode::SecurityNumberWrong);
    CHECK(spent.fault().value == 9);
    CHECK(right);
    take();
}
