// SPDX-License-Identifier: Apache-2.0
// The card by its APDUs: selection, reading, secrets and their counters, and when security status ends.
#include "CardDialogue.h"
#include "TestCards.h"

#include <catch2/catch.hpp>

using namespace madoguchi;

namespace {

struct Card : PracticeCard {
    explicit Card(std::string_view persona = "hanako", const CardVariation& variation = {})
        : PracticeCard{testImage(persona, variation)}
    {
        powerOn();
    }
};

} // namespace

TEST_CASE("applicationIsFoundByItsNameOrTheStartOfIt")
{
    Card card;

    CHECK(ask(card, kSelectJpki).status == 0x9000);
    CHECK(ask(card, "00 A4 04 0C 05 D392F00026").status == 0x9000);
    CHECK(ask(card, "00 A4 04 0C 07 A0000000031010").status == 0x6A82);
    CHECK(ask(card, "00 A4 04 0C 0B D392F00026010000000100").status == 0x6A82);
}

TEST_CASE("selectWithInformationGivesTheName")
{
    Card card;

    const auto reply = ask(card, "00 A4 04 00 0A D392F000260100000001 00");

    CHECK(reply.status == 0x9000);
    CHECK(reply.data == hex("6F 0C 84 0A D392F000260100000001"));
}

TEST_CASE("rootCannotBeSelectedAndPretendsInsideAnApplication")
{
    Card card;

    CHECK(ask(card, "00 A4 00 00").status == 0x6A86);
    CHECK(ask(card, "00 A4 00 00 02 3F00").status == 0x6A82);
    REQUIRE(ask(card, kSelectJpki).status == 0x9000);
    CHECK(ask(card, "00 A4 00 00").status == 0x9000);
    CHECK(ask(card, "00 B0 88 00 03").status == 0x9000); // still the same application
}

TEST_CASE("unknownInstructionsClassesAndChannelsHaveTheirOwnAnswers")
{
    Card card;

    CHECK(ask(card, "00 F0 00 00").status == 0x6D00);
    CHECK(ask(card, "C0 A4 00 00").status == 0x6E00);
    CHECK(ask(card, "01 A4 04 0C 0A D392F000260100000001").status == 0x6881);
    CHECK(ask(card, "0C B0 00 00 00").status == 0x6882);
    CHECK(ask(card, "00 A4 04").status == 0x6700);
    CHECK(ask(card, "00 A4 04 0C 0A D392").status == 0x6700);
}

TEST_CASE("presenceOfCertificatesIsReadWithoutAnySecret")
{
    Card grown;
    Card child{"kodomo"};
    Card without{"hanako", {.noCertificate = true}};
    for (auto* card : {&grown, &child, &without})
        REQUIRE(ask(*card, kSelectJpki).status == 0x9000);

    CHECK(ask(grown, "00 B0 88 00 00").data == hex("8F 8F 00"));
    CHECK(ask(child, "00 B0 88 00 00").data == hex("00 8F 00"));
    CHECK(ask(without, "00 B0 88 00 00").data == hex("8F 00 00"));
}

TEST_CASE("certificateIsReadInPiecesOrAtOnceAndEndsInFiller")
{
    Card card;
    REQUIRE(ask(card, kSelectJpki).status == 0x9000);

    const auto whole = ask(card, "00 B0 8A 00 00 00 00");
    REQUIRE(ask(card, "00 A4 02 0C 02 000A").status == 0x9000);
    Bytes pieces;
    int status = 0x9000;
    while (status == 0x9000) {
        const Bytes offset{static_cast<std::uint8_t>(pieces.size() >> 8),
                           static_cast<std::uint8_t>(pieces.size())};
        const auto piece = ask(card, hex("00 B0") + offset + hex("00"));
        status = piece.status;
        pieces = pieces + piece.data;
    }

    CHECK(whole.status == 0x9000);
    CHECK(status == 0x6B00);
    CHECK(pieces == whole.data);
    const std::size_t length = 4U + (whole.data[2] << 8 | whole.data[3]);
    CHECK(whole.data[0] == 0x30);
    REQUIRE(length < whole.data.size());
    CHECK(whole.data[length] == 0xFF);
    CHECK(whole.data.back() == 0xFF);
}

TEST_CASE("shortIdentifierMakesTheFileCurrent")
{
    Card card;
    REQUIRE(ask(card, kSelectJpki).status == 0x9000);
    CHECK(ask(card, "00 B0 00 00 04").status == 0x6986);

    const auto head = ask(card, "00 B0 8A 00 04");

    CHECK(ask(card, "00 B0 00 00 04").data == head.data);
    CHECK(ask(card, "00 B0 8D 00 04").status == 0x6A82);
    CHECK(ask(card, "00 B0 97 00 04").status == 0x6981); // a key
}

TEST_CASE("shortOnlyReaderRefusesExtendedLengths")
{
    Card card{"hanako", {.shortOnly = true}};
    REQUIRE(ask(card, kSelectJpki).status == 0x9000);

    CHECK(ask(card, "00 B0 8A 00 00 00 00").status == 0x6700);
    CHECK(ask(card, "00 B0 8A 00 00").data.size() == 256);
}

TEST_CASE("pinCountsDownToLockedAndASuccessFillsItUpAgain")
{
    Card card;
    REQUIRE(ask(card, kSelectJpki).status == 0x9000);

    CHECK(ask(card, "00 20 00 98").status == 0x63C3);
    CHECK(present(card, "98", "0000") == 0x63C2);
    CHECK(present(card, "98", testPersona("hanako").pin) == 0x9000);
    CHECK(ask(card, "00 20 00 98").status == 0x9000);
    CHECK(present(card, "98", "0000") == 0x63C2);
    CHECK(present(card, "98", "000") == 0x63C1); // a malformed one costs a try too
    CHECK(present(card, "98", "0000") == 0x63C0);
    CHECK(present(card, "98", testPersona("hanako").pin) == 0x6984);
    CHECK(ask(card, "00 20 00 98").status == 0x63C0);
}

TEST_CASE("eachSecretHasItsOwnNumberOfTries")
{
    Card card;
    REQUIRE(ask(card, kSelectJpki).status == 0x9000);
    CHECK(ask(card, "00 20 00 98").status == 0x63C3);
    CHECK(ask(card, "00 20 00 9B").status == 0x63C5);
    REQUIRE(ask(card, kSelectSurface).status == 0x9000);
    CHECK(ask(card, "00 20 00 91").status == 0x63CA);
    CHECK(ask(card, "00 20 00 92").status == 0x63CA);
    CHECK(ask(card, "00 20 00 93").status == 0x63CA);
    REQUIRE(ask(card, kSelectText).status == 0x9000);
    CHECK(ask(card, "00 20 00 91").status == 0x63C3);
    CHECK(ask(card, "00 20 00 92").status == 0x63C0); // blocked as issued
    CHECK(present(card, "92", "1234") == 0x6984);
    CHECK(ask(card, "00 20 00 94").status == 0x63CA);
    CHECK(ask(card, "00 20 00 95").status == 0x63CA);
    CHECK(ask(card, "00 20 00 8D").status == 0x6A88);
    CHECK(ask(card, "00 20 01 91").status == 0x6A86);
}

TEST_CASE("securityStatusEndsWithAnotherApplicationOrPowerAndNotWithAReset")
{
    Card card;
    const auto open = [&] {
        REQUIRE(ask(card, kSelectJpki).status == 0x9000);
        REQUIRE(present(card, "98", testPersona("hanako").pin) == 0x9000);
    };
    const auto isOpen = [&] { return ask(card, "00 20 00 98").status == 0x9000; };

    open();
    card.reset();
    CHECK(isOpen());
    card.powerOn(); // already on
    CHECK(isOpen());

    REQUIRE(ask(card, kSelectIssuerDomain).status == 0x9000);
    REQUIRE(ask(card, kSelectJpki).status == 0x9000);
    CHECK_FALSE(isOpen());

    open();
    CHECK(ask(card, "00 A4 04 0C 07 A0000000031010").status == 0x6A82);
    CHECK(isOpen()); // a SELECT that failed selected nothing

    open();
    card.powerOff();
    card.powerOn();
    REQUIRE(ask(card, kSelectJpki).status == 0x9000);
    CHECK_FALSE(isOpen());
}

TEST_CASE("countersOutliveTheLossOfPower")
{
    Card card;
    REQUIRE(ask(card, kSelectJpki).status == 0x9000);
    REQUIRE(present(card, "98", "0000") == 0x63C2);

    card.powerOff();
    card.powerOn();

    REQUIRE(ask(card, kSelectJpki).status == 0x9000);
    CHECK(ask(card, "00 20 00 98").status == 0x63C2);
}

TEST_CASE("signingCertificateNeedsItsPassword")
{
    Card card;
    REQUIRE(ask(card, kSelectJpki).status == 0x9000);

    CHECK(ask(card, "00 B0 81 00 04").status == 0x6982);
    CHECK(present(card, "98", testPersona("hanako").pin) == 0x9000);
    CHECK(ask(card, "00 B0 81 00 04").status == 0x6982); // the wrong secret opens nothing
    CHECK(present(card, "9B", testPersona("hanako").signPassword) == 0x9000);
    CHECK(ask(card, "00 B0 81 00 04").status == 0x9000);
}

TEST_CASE("cardFaceOpensByItsNumberOnlyAndTheIndividualNumberNotAtAllByThat")
{
    Card card;
    REQUIRE(ask(card, kSelectSurface).status == 0x9000);

    CHECK(ask(card, "00 B0 82 00 00 00 00").status == 0x6982);
    CHECK(present(card, "92", securityNumber(testPersona("hanako"))) == 0x9000);
    CHECK(ask(card, "00 B0 82 00 00 00 00").status == 0x9000);
    CHECK(ask(card, "00 B0 85 00 00 00 00").status == 0x6982);
    REQUIRE(ask(card, kSelectText).status == 0x9000);
    CHECK(present(card, "95", securityNumber(testPersona("hanako"))) == 0x9000);
    CHECK(ask(card, "00 B0 81 00 00").status == 0x6982);
    CHECK(ask(card, "00 B0 82 00 00").status == 0x9000);
}

TEST_CASE("cardInfoIsOneFreeRecord")
{
    Card card;
    REQUIRE(ask(card, kSelectCardInfo).status == 0x9000);

    const auto byShortId = ask(card, "00 B2 01 0C 00");
    REQUIRE(ask(card, "00 A4 02 0C 02 0001").status == 0x9000);
    const auto selected = ask(card, "00 B2 01 04 00");

    CHECK(byShortId.data == hex("01 1C") + ascii("990000000000001"
                                                 "99999"
                                                 "20330412"));
    CHECK(selected.data == byShortId.data);
    CHECK(ask(card, "00 B2 02 0C 00").status == 0x6A83);
    CHECK(ask(card, "00 B0 81 00 00").status == 0x6981);
}

TEST_CASE("dataObjectsAnswerOnlyOutsideApplications")
{
    Card card;

    CHECK(ask(card, "00 CA 00 F2 00").data == ascii("20330412"));
    CHECK(ask(card, "00 CA 00 F0 00").data == ascii("99999"));
    CHECK(ask(card, "00 CA 7F 21 00").status == 0x6700); // too long for a short answer
    CHECK(ask(card, "00 CA 7F 21 00 00 00").data.size() == 568);
    CHECK(ask(card, "00 CA 00 11 00").status == 0x6A88);
    REQUIRE(ask(card, kSelectJpki).status == 0x9000);
    CHECK(ask(card, "00 CA 00 F2 00").status == 0x6A88);
}

TEST_CASE("challengesHaveTheLengthAskedFor")
{
    Card card;

    CHECK(ask(card, "00 84 00 00 08").data.size() == 8);
    CHECK(ask(card, "00 84 00 00 00").data.size() == 256);
    CHECK(ask(card, "00 84 00 00 00 01 01").status == 0x6700);
    CHECK(ask(card, "00 84 00 00 10").data != ask(card, "00 84 00 00 10").data);
}

TEST_CASE("pinCanBeChangedAfterItWasGiven")
{
    Card card;
    REQUIRE(ask(card, kSelectJpki).status == 0x9000);
    const Bytes change = hex("00 24 01 98 04") + ascii("4321");

    CHECK(ask(card, change).status == 0x6982);
    REQUIRE(present(card, "98", testPersona("hanako").pin) == 0x9000);
    CHECK(ask(card, change).status == 0x9000);

    CHECK(present(card, "98", testPersona("hanako").pin) == 0x63C2);
    CHECK(present(card, "98", "4321") == 0x9000);
}

TEST_CASE("peoplesCardsDifferAsTheyShould")
{
    Card locked{"lock"};
    Card pinless{"kaocard"};
    Card blocked{"hanako", {.pinBlocked = true}};
    for (auto* card : {&locked, &pinless, &blocked}) {
        REQUIRE(ask(*card, kSelectJpki).status == 0x9000);
        CHECK(ask(*card, "00 20 00 98").status == 0x63C0);
        CHECK(present(*card, "98", "9999") == 0x6984);
    }
}

TEST_CASE("otherCardsKnowWhatTheyKnow")
{
    using Kind = CardVariation::Kind;
    Card other{"hanako", {.kind = Kind::OtherCard}};
    Card resident{"hanako", {.kind = Kind::ResidentCard}};
    Card phone{"hanako", {.kind = Kind::PhoneToken}};

    CHECK(ask(other, kSelectJpki).status == 0x6A82);
    CHECK(ask(resident, kSelectSurface).status == 0x6A82);
    CHECK(ask(phone, kSelectSurface).status == 0x6A82);
    CHECK(ask(phone, kSelectCardInfo).status == 0x6A82);
    REQUIRE(ask(resident, kSelectJpki).status == 0x9000);
    REQUIRE(ask(phone, kSelectJpki).status == 0x9000);
    CHECK(ask(resident, "00 B0 86 00 20").data == ascii("JPKIAPICCTOKEN                  "));
    CHECK(ask(phone, "00 B0 86 00 20").data == ascii("JPKIAPGPSETOKEN                 "));
    CHECK(ask(phone, "00 B0 8A 00 04").status == 0x6982);
    REQUIRE(present(phone, "98", testPersona("hanako").pin) == 0x9000);
    CHECK(ask(phone, "00 B0 8A 00 04").status == 0x9000);
}

TEST_CASE("randomBytesNeitherCrashTheCardNorOpenIt")
{
    Card card;
    std::uint32_t state = 1;
    const auto next = [&] { return static_cast<std::uint8_t>((state = state * 1664525 + 1013904223) >> 24); };

    for (int round = 0; round < 20000; ++round) {
        Bytes command(next() % 24U);
        for (auto& byte : command)
            byte = next();
        if (command.size() > 2 && (next() & 1) != 0)
            command[0] = 0x00, command[1] = (next() & 1) != 0 ? 0xB0 : 0xA4;
        const auto answer = card.answer(command);
        REQUIRE(answer.size() >= 2);
    }

    REQUIRE(ask(card, kSelectSurface).status == 0x9000);
    CHECK(ask(card, "00 B0 82 00 00 00 00").status == 0x6982);
}
