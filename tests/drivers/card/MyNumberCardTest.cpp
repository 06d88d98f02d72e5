// SPDX-License-Identifier: Apache-2.0
#include "drivers/card/MyNumberCard.h"
#include "CardScript.h"
#include "TestIssuer.h"
#include "drivers/card/RsaKey.h"

#include <catch2/catch.hpp>
#include <openssl/crypto.h>
#include <winscard.h>

using namespace madoguchi;
using namespace madoguchi::testing;
using namespace std::chrono_literals;

namespace {

constexpr auto kSelectJpki = "00A4040C0A D392F000260100000001";
constexpr auto kSelectCardInfo = "00A4040C0A D3921000310001010100";
constexpr auto kSelectSurface = "00A4040C0A D3921000310001010402";
constexpr auto kSelectIssuerDomain = "00A4040C07 A0000001510000";
constexpr auto kNumber = "55021720352285";
constexpr auto kVerifyNumber = "002000920E 3535303231373230333532323835";

using Script = std::vector<Exchange>;

using madoguchi::testing::operator+;

Script operator+(Script left, const Script& right)
{
    left.insert(left.end(), right.begin(), right.end());
    return left;
}

class FixedClock final : public Clock {
public:
    [[nodiscard]] Tick now() const override { return {}; }
    [[nodiscard]] std::chrono::sys_seconds wallTime() const override
    {
        return std::chrono::sys_days{2026y / 11 / 20} + 1h;
    }
};

const TestIssuer& issuer()
{
    return TestIssuer::one();
}

const Bytes& certificate()
{
    static const auto der = issuer().personCertificate(std::chrono::sys_days{2030y / 5 / 10});
    return der;
}

const Bytes& face()
{
    static const auto file = issuer().face({.photo = jp2(240, 320)});
    return file;
}

const Bytes& issuerCertificate()
{
    static const auto file = issuer().issuerCertificate();
    return file;
}

Bytes subject()
{
    return hex("00010203");
}

std::string digestOfSubject()
{
    const auto digest = sha256(subject());
    return toHex(digest);
}

Bytes cardInfo(std::string_view expiry)
{
    constexpr std::string_view kSerialAndMunicipality = "40000001271984313221";
    Bytes record = hex("011C");
    record.insert(record.end(), kSerialAndMunicipality.begin(), kSerialAndMunicipality.end());
    record.insert(record.end(), expiry.begin(), expiry.end());
    return record;
}

Script readCard()
{
    return {
        exchange("SELECT JPKI", kSelectJpki, 0x9000),
        exchange("READ EF 0008: both certificates present", "00B0880000", answer(hex("8F8F00"))),
        exchange("READ EF 000A, whole file in one extended answer", "00B08A00000000",
                 answer(certificate() + Bytes(100, 0xFF))),
    };
}

Exchange triesLeft(StatusWord status)
{
    return exchange("tries of the PIN", "00200098", status);
}
Exchange verifyPin(StatusWord status)
{
    return exchange("VERIFY PIN", "002000980431323334", status);
}

Exchange signature()
{
    return exchange("sign the digest with the key of the certificate",
                    "802A029720" + digestOfSubject() + "00", answer(issuer().person.sign(subject())));
}

Exchange leave()
{
    return exchange("SELECT issuer domain", kSelectIssuerDomain, 0x9000);
}

Exchange cardInfoRecord(std::string_view expiry = "20350217")
{
    return exchange("READ RECORD 1: serial, municipality, expiry", "00B2010C00", answer(cardInfo(expiry)));
}

/// The card's internal signature: whatever DigestInfo it is given, with the key of DF24.
Exchange nonceSignature()
{
    return exchange("sign our nonce", "802A000033 3031300D060960864801650304020105000420*",
                    [](ByteSpan command) -> Result<Bytes> {
                        return answer(issuer().card.signPayload(command.subspan(5, 51)));
                    });
}

Script openFace(StatusWord tries = 0x63CA)
{
    return {
        exchange("SELECT card info", kSelectCardInfo, 0x9000),
        cardInfoRecord(),
        exchange("SELECT surface", kSelectSurface, 0x9000),
        exchange("tries of the security number", "00200092", tries),
    };
}

Script readFace()
{
    return openFace() + Script{
                            exchange("VERIFY security number", kVerifyNumber, 0x9000),
                            exchange("READ EF 0002", "00B08200000000", answer(face())),
                            exchange("READ EF 0004", "00B08400000000", answer(issuerCertificate())),
                            nonceSignature(),
                        };
}

Bytes terminalCertificate()
{
    return TestIssuer::certificate(issuer().authority, issuer().terminal);
}

constexpr auto kChallenge = "00112233445566778899AABBCCDDEEFF";

Exchange terminalAnswer()
{
    return exchange("answer to the challenge", "00820000000100*", [](ByteSpan command) -> Result<Bytes> {
        const std::string_view purpose = "madoguchi practice terminal authentication";
        const auto signedBytes = Bytes{purpose.begin(), purpose.end()} + hex(kChallenge);
        const auto key = RsaPublicKey::fromPem(issuer().terminal.publicPem());
        return answer(key->verifies(signedBytes, command.subspan(7, 256)) ? 0x9000 : 0x6300);
    });
}

Script signWithoutPin()
{
    return {
        exchange("SELECT JPKI", kSelectJpki, 0x9000),
        exchange("terminal certificate", "80A206C1000233 5F4E820129*", answer(hex(kChallenge))),
        terminalAnswer(),
        signature(),
    };
}

MyNumberCardOptions settings()
{
    return {.issuers = issuer().trust(),
            .terminal =
                std::move(*TerminalKeys::fromText(terminalCertificate(), issuer().terminal.privatePem()))};
}

/// A card on its slot. Every test ends with the script played to its end.
struct Visit {
    CardScript script;
    ReaderMemory memory;
    ScriptedSlot slot{script};
    FixedClock clock;
    MyNumberCard card;

    explicit Visit(Script exchanges, MyNumberCardOptions given = settings())
        : card{slot, memory, clock, std::move(given)}
    {
        memory.remember(script.readerName, kExtendedAnswer);
        script.exchanges = std::move(exchanges);
    }

    ~Visit()
    {
        card.release();
        CHECK(script.finished());
        CHECK_FALSE(script.inTransaction);
    }
};

FaultCode faultOfRead(const Script& exchanges)
{
    Visit visit{exchanges + Script{leave()}};
    const auto record = visit.card.read();
    REQUIRE_FALSE(record);
    return record.fault().code;
}

Fault faultOfPortrait(const Script& exchanges, NumberSource source = NumberSource::Staff)
{
    Visit visit{readCard() + exchanges + Script{leave()}};
    REQUIRE(visit.card.read());
    const auto portrait = visit.card.readPortrait(kNumber, source);
    REQUIRE_FALSE(portrait);
    return portrait.fault();
}

} // namespace

TEST_CASE("aPinVisitIsSevenCommands")
{
    Visit visit{readCard() + Script{triesLeft(0x63C3), verifyPin(0x9000), signature(), leave()}};

    const auto record = visit.card.read();
    const auto tries = visit.card.pinTries();
    const auto verified = visit.card.verifyPin("1234");
    const bool guarded = visit.script.inTransaction;
    const auto signedSubject = visit.card.sign(subject(), Method::Pin);
    visit.card.release();

    REQUIRE(record);
    CHECK(record->certificate == certificate());
    CHECK(record->certificateState == CertificateState::Valid);
    CHECK(record->certificateEnd == 2030y / 5 / 10);
    CHECK(tries->left == 3);
    CHECK(verified);
    CHECK(guarded);
    CHECK(*signedSubject == issuer().person.sign(subject()));
    CHECK(visit.card.statistics().apdus == 7);
    CHECK(visit.script.parting == CardTransport::Parting::Leave);
}

TEST_CASE("aFaceVisitIsSixteenCommands")
{
    Visit visit{readCard() + readFace() + signWithoutPin() + Script{leave()}};

    REQUIRE(visit.card.read());
    const auto portrait = visit.card.readPortrait(kNumber, NumberSource::Staff);
    const auto signedSubject = visit.card.sign(subject(), Method::Face);
    visit.card.release();

    REQUIRE(portrait);
    CHECK(portrait->jpeg2000 == jp2(240, 320));
    CHECK(signedSubject);
    CHECK(visit.card.statistics().apdus == 16);
    CHECK(visit.script.transactionsBegun == 1);
}

TEST_CASE("staffsEyeNeedsNoFaceAndNoPin")
{
    auto withoutSelect = signWithoutPin();
    withoutSelect.erase(withoutSelect.begin()); // still inside JPKI
    Visit visit{readCard() + withoutSelect + Script{leave()}};

    REQUIRE(visit.card.read());

    CHECK(visit.card.sign(subject(), Method::StaffEye));
}

TEST_CASE("otherCardsAreNamed")
{
    using enum FaultCode;
    const auto select = exchange("SELECT JPKI", kSelectJpki, 0x9000);
    const auto absent = exchange("READ EF 0008: none", "00B0880000", 0x6A82);
    const auto present = exchange("READ EF 0008", "00B0880000", answer(hex("8F8F00")));
    const auto noCertificate =
        exchange("READ EF 0008: signature certificate only", "00B0880000", answer(hex("8F0000")));
    const auto token = [](std::string name) {
        name.resize(32, ' ');
        return exchange("READ EF 0006: token name", "00B0860000",
                        answer(Bytes{name.begin(), name.end()} + Bytes(128)));
    };

    CHECK(faultOfRead({exchange("SELECT JPKI", kSelectJpki, 0x6A82)}) == NotMyNumberCard);
    CHECK(faultOfRead({exchange("SELECT JPKI", kSelectJpki, 0x6D00)}) == NotMyNumberCard);
    CHECK(faultOfRead({select, absent, token("JPKIAPICCTOKEN")}) == ResidentCard);
    CHECK(faultOfRead({select, noCertificate, token("JPKIAPICCTOKEN2")}) == CertificateMissing);
    CHECK(faultOfRead({select, absent, exchange("READ EF 0006: none", "00B0860000", 0x6A82)}) ==
          CardAnswerInvalid);
    CHECK(faultOfRead({select, present, exchange("READ EF 000A: PIN first", "00B08A00000000", 0x6982),
                       token("JPKIAPGPSETOKEN")}) == PhoneToken);
    CHECK(faultOfRead({select, present, exchange("READ EF 000A: PIN first", "00B08A00000000", 0x6982),
                       token("JPKIAPIOSTOKEN")}) == PhoneToken);
    CHECK(faultOfRead({select, present, exchange("READ EF 000A: none", "00B08A00000000", 0x6A82),
                       token("JPKIAPICCTOKEN2")}) == CertificateMissing);
    CHECK(faultOfRead({select, present,
                       exchange("READ EF 000A: filler", "00B08A00000000", answer(Bytes(1024, 0xFF)))}) ==
          CertificateMissing);
}

TEST_CASE("aSlotWithoutACardSaysSo")
{
    Visit visit{{}};
    visit.script.connectFault = pcscFaultOf(SCARD_E_NO_SMARTCARD);

    CHECK(visit.card.read().fault().code == FaultCode::CardRemoved);
    CHECK(visit.card.pinTries().fault().code == FaultCode::CardRemoved);
    CHECK(visit.card.verifyPin("1234").fault().code == FaultCode::CardRemoved);
    CHECK(visit.card.readPortrait(kNumber, NumberSource::Staff).fault().code == FaultCode::CardRemoved);
    CHECK(visit.card.sign(subject(), Method::Pin).fault().code == FaultCode::CardRemoved);
}

TEST_CASE("aWrongPinIsSentOnceAndCountsDown")
{
    Visit visit{readCard() +
                Script{triesLeft(0x63C3), verifyPin(0x63C2), verifyPin(0x9000), signature(), leave()}};
    REQUIRE(visit.card.read());
    REQUIRE(visit.card.pinTries());

    const auto wrong = visit.card.verifyPin("1234");
    const auto right = visit.card.verifyPin("1234");

    REQUIRE_FALSE(wrong);
    CHECK(wrong.fault().code == FaultCode::PinWrong);
    CHECK(wrong.fault().value == 2);
    CHECK(right);
    CHECK(visit.card.sign(subject(), Method::Pin));
}

TEST_CASE("aLockedPinIsLockedByWhateverWord")
{
    for (const StatusWord status : {0x63C0, 0x6983, 0x6984}) {
        Visit visit{readCard() + Script{verifyPin(status), leave()}};
        REQUIRE(visit.card.read());

        CHECK(visit.card.verifyPin("1234").fault().code == FaultCode::PinLocked);
    }
}

TEST_CASE("aPinThatIsNoneIsNeverSent")
{
    Visit visit{readCard() + Script{leave()}};
    REQUIRE(visit.card.read());

    for (const auto* pin : {"", "123", "12345", "12a4", "１２"})
        CHECK(visit.card.verifyPin(pin).fault().code == FaultCode::Internal);
}

TEST_CASE("aPinLeftOpenByAnotherProgramIsClosedFirst")
{
    Visit visit{readCard() + Script{triesLeft(0x9000), exchange("SELECT JPKI", kSelectJpki, 0x9000),
                                    triesLeft(0x63C3), leave()}};
    REQUIRE(visit.card.read());

    CHECK(visit.card.pinTries()->left == 3);
}

TEST_CASE("nothingIsSignedWithoutAPin")
{
    Visit visit{readCard() + Script{triesLeft(0x63C3), verifyPin(0x63C2), leave()}};
    REQUIRE(visit.card.read());
    REQUIRE(visit.card.pinTries());
    REQUIRE_FALSE(visit.card.verifyPin("1234"));

    CHECK(visit.card.sign(subject(), Method::Pin).fault().code == FaultCode::Internal);
}

TEST_CASE("aSignatureByAnotherKeyIsACloneAtWork")
{
    Visit visit{readCard() + Script{verifyPin(0x9000),
                                    exchange("sign", "802A029720*", answer(issuer().card.sign(subject()))),
                                    leave()}};
    REQUIRE(visit.card.read());
    REQUIRE(visit.card.verifyPin("1234"));

    CHECK(visit.card.sign(subject(), Method::Pin).fault().code == FaultCode::CardCloned);
}

TEST_CASE("aSecurityStatusTakenAwayIsABusyCard")
{
    Visit visit{readCard() + Script{verifyPin(0x9000), exchange("sign", "802A029720*", 0x6982), leave()}};
    REQUIRE(visit.card.read());
    REQUIRE(visit.card.verifyPin("1234"));

    CHECK(visit.card.sign(subject(), Method::Pin).fault().code == FaultCode::CardBusy);
}

TEST_CASE("aSecurityNumberThatCannotBeRightIsNotSent")
{
    Visit visit{readCard() + Script{leave()}};
    REQUIRE(visit.card.read());

    CHECK(visit.card.readPortrait("55139920352285", NumberSource::Staff).fault().code ==
          FaultCode::SecurityNumberWrong);
    CHECK(visit.card.readPortrait("5502172035228", NumberSource::Staff).fault().code ==
          FaultCode::SecurityNumberWrong);
}

TEST_CASE("anExpiryYearThatIsNotTheCardsCostsNoTry")
{
    const auto fault =
        faultOfPortrait({exchange("SELECT card info", kSelectCardInfo, 0x9000), cardInfoRecord("20360217")});

    CHECK(fault.code == FaultCode::SecurityNumberWrong);
    CHECK(fault.where == "card/securityNumber/expiry");
}

TEST_CASE("fewTriesAreNotSpentByACamera")
{
    const auto low = faultOfPortrait(openFace(0x63C5), NumberSource::Camera);
    const auto lowForStaff = faultOfPortrait(openFace(0x63C2));
    const auto locked = faultOfPortrait(openFace(0x6984));

    CHECK(low == Fault{FaultCode::SecurityNumberLow, FaultSpace::None, 5, "card/securityNumber/tries"});
    CHECK(lowForStaff.code == FaultCode::SecurityNumberLow);
    CHECK(locked.code == FaultCode::SecurityNumberLocked);
}

TEST_CASE("whereACameraStopsStaffMayGoOn")
{
    const Script wrong{exchange("VERIFY security number", kVerifyNumber, 0x63C4)};
    const auto asked = openFace(0x63C5);
    Visit visit{readCard() + asked + asked + wrong + Script{leave()}};
    REQUIRE(visit.card.read());

    const auto byCamera = visit.card.readPortrait(kNumber, NumberSource::Camera);
    const auto byStaff = visit.card.readPortrait(kNumber, NumberSource::Staff);

    CHECK(byCamera.fault().code == FaultCode::SecurityNumberLow); // and no VERIFY went out
    CHECK(byStaff.fault().code == FaultCode::SecurityNumberWrong);
    CHECK(byStaff.fault().value == 4);
}

TEST_CASE("aCamerasNumberIsPresentedOnceWhileTheCardLiesThere")
{
    const Script wrong{exchange("VERIFY security number", kVerifyNumber, 0x63C9)};
    Visit visit{readCard() + openFace() + wrong + openFace(0x63C9) + Script{leave()}};
    REQUIRE(visit.card.read());

    const auto first = visit.card.readPortrait(kNumber, NumberSource::Camera);
    const auto again = visit.card.readPortrait(kNumber, NumberSource::Camera);

    CHECK(first.fault().value == 9);
    CHECK(again.fault().code == FaultCode::SecurityNumberWrong);
    CHECK(again.fault().where == "card/securityNumber/cameraAgain"); // and no VERIFY went out
}

TEST_CASE("aWrongSecurityNumberCountsDown")
{
    const auto verify = [](StatusWord status) {
        return exchange("VERIFY security number", kVerifyNumber, status);
    };

    const auto wrong = faultOfPortrait(openFace() + Script{verify(0x63C9)});
    const auto locked = faultOfPortrait(openFace() + Script{verify(0x63C0)});

    CHECK(wrong.code == FaultCode::SecurityNumberWrong);
    CHECK(wrong.value == 9);
    CHECK(locked.code == FaultCode::SecurityNumberLocked);
}

TEST_CASE("withoutTheCardsRecordOnlyAPersonMayRiskATry")
{
    const Script withoutRecord{exchange("SELECT card info: none", kSelectCardInfo, 0x6A82),
                               exchange("SELECT surface", kSelectSurface, 0x9000)};
    const auto refused = faultOfPortrait(withoutRecord, NumberSource::Camera);
    const auto tried = faultOfPortrait(withoutRecord + Script{exchange("tries", "00200092", 0x63CA),
                                                              exchange("VERIFY", kVerifyNumber, 0x63C9)});

    CHECK(refused.code == FaultCode::CardAnswerInvalid);
    CHECK(tried.code == FaultCode::SecurityNumberWrong);
}

TEST_CASE("aCardWithoutAFaceIsAPhone")
{
    const auto fault = faultOfPortrait({exchange("SELECT card info: none", kSelectCardInfo, 0x6A82),
                                        exchange("SELECT surface: none", kSelectSurface, 0x6A82)});

    CHECK(fault.code == FaultCode::PhoneToken);
}

TEST_CASE("aTamperedPhotoIsNotHandedOut")
{
    auto script = readFace();
    auto forged = face();
    forged[forged.size() - 600] ^= 0x01;
    script[5] = exchange("READ EF 0002, tampered", "00B08200000000", answer(forged));

    CHECK(faultOfPortrait(script).code == FaultCode::CardNotGenuine);
}

TEST_CASE("aClonedCardIsFoundOut")
{
    auto script = readFace();
    script[7] =
        exchange("sign our nonce with another key", "802A000033*", [](ByteSpan command) -> Result<Bytes> {
            return answer(issuer().person.signPayload(command.subspan(5, 51)));
        });

    CHECK(faultOfPortrait(script).code == FaultCode::CardCloned);
}

TEST_CASE("anOldNonceSignatureIsNotAccepted")
{
    Bytes recorded;
    auto recording = readFace();
    recording[7] = exchange("sign our nonce", "802A000033*", [&](ByteSpan command) -> Result<Bytes> {
        recorded = answer(issuer().card.signPayload(command.subspan(5, 51)));
        return recorded;
    });
    Visit first{readCard() + recording + Script{leave()}};
    REQUIRE(first.card.read());
    REQUIRE(first.card.readPortrait(kNumber, NumberSource::Staff));

    auto replaying = readFace();
    replaying[7] = exchange("replay", "802A000033*", recorded);

    CHECK(faultOfPortrait(replaying).code == FaultCode::CardCloned);
}

TEST_CASE("withoutTerminalKeysNothingIsSignedWithoutPin")
{
    Visit visit{readCard() + readFace() + Script{leave()},
                {.issuers = issuer().trust(), .terminal = std::nullopt}};
    REQUIRE(visit.card.read());
    REQUIRE(visit.card.readPortrait(kNumber, NumberSource::Staff));

    CHECK(visit.card.sign(subject(), Method::Face).fault().code == FaultCode::PinlessNotAvailable);
}

TEST_CASE("aCardThatDoesNotKnowTheTerminalDoesNotSign")
{
    const auto certificateRefused = exchange("terminal certificate", "80A206C1*", 0x6700);
    const auto certificateTaken = exchange("terminal certificate", "80A206C1*", answer(hex(kChallenge)));
    const auto shortChallenge = exchange("terminal certificate", "80A206C1*", answer(hex("0011")));
    const auto answerRefused = exchange("answer", "00820000*", 0x6300);

    for (const auto& script :
         {Script{certificateRefused}, Script{certificateTaken, answerRefused}, Script{shortChallenge}}) {
        Visit visit{readCard() + script + Script{leave()}};
        REQUIRE(visit.card.read());

        CHECK(visit.card.sign(subject(), Method::StaffEye).fault().code == FaultCode::PinlessNotAvailable);
    }
}

TEST_CASE("aShortReaderGetsThereWithMoreCommands")
{
    const auto pieces = [](std::string_view what, std::string firstP1, const Bytes& file, std::size_t size) {
        Script reads;
        for (std::size_t offset = 0; offset < size; offset += 256) {
            const auto length = std::min<std::size_t>(256, size - offset);
            const Bytes header{static_cast<std::uint8_t>(offset >> 8), static_cast<std::uint8_t>(offset),
                               static_cast<std::uint8_t>(offset == 0 ? 0 : length)};
            const auto begin = file.begin() + static_cast<std::ptrdiff_t>(offset);
            reads.push_back(exchange(what, offset == 0 ? "00B0" + firstP1 + "0000" : "00B0" + toHex(header),
                                     answer(Bytes{begin, begin + static_cast<std::ptrdiff_t>(length)})));
        }
        return reads;
    };
    const auto read = readCard();
    const auto face16 = readFace();
    Script script{read[0], read[1]};
    script = script + pieces("READ EF 000A", "8A", certificate() + Bytes(256, 0xFF), certificate().size());
    script = script + Script{face16.begin(), face16.begin() + 5};
    script = script + pieces("READ EF 0002", "82", face(), face().size() - 64);
    script = script + pieces("READ EF 0004", "84", issuerCertificate(), issuerCertificate().size());
    script = script + Script{face16[7], leave()};
    Visit visit{script};
    visit.memory.remember(visit.script.readerName, kShortAnswer);

    REQUIRE(visit.card.read());

    CHECK(visit.card.readPortrait(kNumber, NumberSource::Staff));
}

TEST_CASE("removalAtAnyCommandOfAFaceVisitEndsItThere")
{
    const auto whole = readCard() + readFace() + signWithoutPin();
    for (std::size_t at = 0; at < whole.size(); ++at) {
        INFO("removed at command " << at + 1 << ": " << whole[at].what);
        const auto lost = pcscFaultOf(SCARD_W_REMOVED_CARD);
        Script script{whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(at)};
        script.push_back(
            {whole[at].what, whole[at].command, [lost](ByteSpan) -> Result<Bytes> { return lost; }});
        script.push_back(exchange("SELECT issuer domain", kSelectIssuerDomain, lost));
        Visit visit{script};

        std::optional<Fault> fault;
        if (const auto record = visit.card.read(); !record)
            fault = record.fault();
        else if (const auto portrait = visit.card.readPortrait(kNumber, NumberSource::Staff); !portrait)
            fault = portrait.fault();
        else if (const auto signedSubject = visit.card.sign(subject(), Method::Face); !signedSubject)
            fault = signedSubject.fault();
        visit.card.release();

        REQUIRE(fault);
        CHECK(fault->code == FaultCode::CardRemoved);
        CHECK(visit.script.parting == CardTransport::Parting::PowerOff);
    }
}

TEST_CASE("removalAtAnyCommandOfAPinVisitEndsItThere")
{
    const auto whole = readCard() + Script{triesLeft(0x63C3), verifyPin(0x9000), signature()};
    for (std::size_t at = 0; at < whole.size(); ++at) {
        INFO("removed at command " << at + 1 << ": " << whole[at].what);
        const auto lost = pcscFaultOf(SCARD_E_NO_SMARTCARD);
        Script script{whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(at)};
        script.push_back(
            {whole[at].what, whole[at].command, [lost](ByteSpan) -> Result<Bytes> { return lost; }});
        script.push_back(exchange("SELECT issuer domain", kSelectIssuerDomain, lost));
        Visit visit{script};

        std::optional<Fault> fault;
        if (const auto record = visit.card.read(); !record)
            fault = record.fault();
        else if (const auto tries = visit.card.pinTries(); !tries)
            fault = tries.fault();
        else if (const auto verified = visit.card.verifyPin("1234"); !verified)
            fault = verified.fault();
        else if (const auto signedSubject = visit.card.sign(subject(), Method::Pin); !signedSubject)
            fault = signedSubject.fault();

        REQUIRE(fault);
        CHECK(fault->code == FaultCode::CardRemoved);
    }
}

TEST_CASE("aCardThatWillNotForgetIsPoweredOff")
{
    Visit visit{readCard() +
                Script{verifyPin(0x9000), exchange("SELECT issuer domain", kSelectIssuerDomain, 0x6A82)}};
    REQUIRE(visit.card.read());
    REQUIRE(visit.card.verifyPin("1234"));

    visit.card.release();

    CHECK(visit.script.parting == CardTransport::Parting::PowerOff);
}

TEST_CASE("releaseTwiceIsHarmless")
{
    Visit visit{readCard() + Script{leave()}};
    REQUIRE(visit.card.read());

    visit.card.release();
    visit.card.release();

    CHECK(visit.card.statistics().apdus == 4);
}

TEST_CASE("terminalKeysThatCannotBeReadAreNamed")
{
    CHECK(TerminalKeys::fromText(terminalCertificate(), "no key").fault().code == FaultCode::SettingsInvalid);
    CHECK(TerminalKeys::fromText({}, issuer().terminal.privatePem()).fault().code ==
          FaultCode::SettingsInvalid);
}
