// SPDX-License-Identifier: Apache-2.0
#include "drivers/card/CardFaceProof.h"
#include "TestIssuer.h"
#include "drivers/card/CardFaceRecord.h"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::testing;

namespace {

const TestIssuer& issuer()
{
    return TestIssuer::one();
}

CardFaceEvidence genuine(const FaceParts& parts = {.photo = jp2(240, 320)})
{
    const auto nonce = hex("000102030405060708090A0B0C0D0E0F");
    return {issuer().face(parts), issuer().issuerCertificate(), nonce, issuer().card.sign(nonce)};
}

FaultCode verdict(const CardFaceEvidence& evidence, const IssuerTrust& trust = issuer().trust())
{
    const auto portrait = provenPortrait(evidence, trust);
    REQUIRE_FALSE(portrait);
    return portrait.fault().code;
}

/// The last byte of the object that starts with this tag, changed.
Bytes tampered(Bytes file, std::string_view tag)
{
    const auto wanted = hex(tag);
    const auto found = std::search(file.begin(), file.end(), wanted.begin(), wanted.end());
    REQUIRE(found != file.end());
    *(found + 3 + (*(found + 2) == 0x82 ? 2 : 0)) ^= 0x01;
    return file;
}

} // namespace

TEST_CASE("aGenuineFaceYieldsItsPhoto")
{
    const auto portrait = provenPortrait(genuine(), issuer().trust());

    REQUIRE(portrait);
    CHECK(portrait->jpeg2000 == jp2(240, 320));
    CHECK(portrait->birth == std::chrono::year{1980} / 2 / 17);
    CHECK(portrait->expiry == std::chrono::year{2035} / 2 / 17);
}

TEST_CASE("everySignedObjectIsProtected")
{
    for (const auto* tag : {"DF22", "DF23", "DF25", "DF26", "DF27", "DF28"}) {
        INFO(tag);
        auto evidence = genuine();
        evidence.faceFile = tampered(evidence.faceFile, tag);

        CHECK(verdict(evidence) == FaultCode::CardNotGenuine);
    }
}

TEST_CASE("anotherCardsKeyInTheFaceIsNotGenuine")
{
    auto evidence = genuine();
    const auto& modulus = issuer().card.cardObject();
    auto at = std::search(evidence.faceFile.begin(), evidence.faceFile.end(), modulus.begin(), modulus.end());
    REQUIRE(at != evidence.faceFile.end());
    std::ranges::copy(issuer().person.cardObject(), at);
    evidence.nonceSignature = issuer().person.sign(evidence.nonce);

    CHECK(verdict(evidence) == FaultCode::CardNotGenuine);
}

TEST_CASE("theExpiryIsOutsideTheSignature")
{
    const auto portrait =
        provenPortrait(genuine({.photo = jp2(240, 320), .expiry = "garbage!"}), issuer().trust());

    REQUIRE(portrait);
    CHECK_FALSE(portrait->expiry);
}

TEST_CASE("anIssuerNobodyVouchesForIsNotBelieved")
{
    auto selfMade = genuine();
    selfMade.issuerCertificateFile = TestIssuer::certificate(issuer().issuer, issuer().issuer);

    CHECK(verdict(selfMade) == FaultCode::CardNotGenuine);
    CHECK(verdict(genuine(), IssuerTrust{}) == FaultCode::CardNotGenuine);
}

TEST_CASE("aTamperedIssuerCertificateIsNotBelieved")
{
    const auto whole = genuine();
    for (const std::size_t offset : {10U, 30U, 60U, 200U, 320U, 500U}) {
        INFO(offset);
        auto evidence = whole;
        evidence.issuerCertificateFile[offset] ^= 0x01;

        CHECK_FALSE(provenPortrait(evidence, issuer().trust()));
    }
}

TEST_CASE("anAuthorityOnlyVouchesUnderItsOwnName")
{
    const auto other =
        IssuerTrust::fromText({{"35303030303233080530303100000000", issuer().authority.publicPem()}});
    const auto any = IssuerTrust::fromText({{"", issuer().authority.publicPem()}});

    REQUIRE((other && any));
    CHECK(verdict(genuine(), *other) == FaultCode::CardNotGenuine);
    CHECK(provenPortrait(genuine(), *any));
}

TEST_CASE("aCardThatCannotSignWithItsKeyIsAClone")
{
    auto otherKey = genuine();
    otherKey.nonceSignature = issuer().person.sign(otherKey.nonce);
    auto otherNonce = genuine();
    otherNonce.nonce.back() ^= 0x01;
    auto nothing = genuine();
    nothing.nonceSignature.clear();

    CHECK(verdict(otherKey) == FaultCode::CardCloned);
    CHECK(verdict(otherNonce) == FaultCode::CardCloned);
    CHECK(verdict(nothing) == FaultCode::CardCloned);
}

TEST_CASE("aProperlySignedBombIsNotHandedOut")
{
    CHECK(verdict(genuine({.photo = jp2(60000, 60000)})) == FaultCode::PhotoUnreadable);
    CHECK(verdict(genuine({.photo = hex("FFD8FFE0")})) == FaultCode::PhotoUnreadable);
}

TEST_CASE("filesInTheWrongShapeAreInvalidAnswers")
{
    auto noFace = genuine();
    noFace.faceFile = Bytes(100, 0xFF);
    auto cut = genuine();
    cut.faceFile.resize(400);
    auto noIssuer = genuine();
    noIssuer.issuerCertificateFile = hex("7F2100");

    CHECK(verdict(noFace) == FaultCode::CardAnswerInvalid);
    CHECK(verdict(cut) == FaultCode::CardAnswerInvalid);
    CHECK(verdict(noIssuer) == FaultCode::CardAnswerInvalid);
}

TEST_CASE("theExpiryIsReadWhereItIsADate")
{
    using namespace std::chrono_literals;
    const auto file = issuer().face({.photo = jp2(240, 320)});
    const auto garbled = issuer().face({.photo = jp2(240, 320), .expiry = "20351301"});

    REQUIRE(CardFaceRecord::parse(file));
    CHECK(CardFaceRecord::parse(file)->expiry == 2035y / 2 / 17);
    REQUIRE(CardFaceRecord::parse(garbled));
    CHECK_FALSE(CardFaceRecord::parse(garbled)->expiry);
}

TEST_CASE("unreadableKeysInTheSettingsAreNamed")
{
    const auto pem = issuer().authority.publicPem();
    for (const auto& text : {IssuerKeyText{"", "no key"}, IssuerKeyText{"3530", pem},
                             IssuerKeyText{"zz303030303233080530303100000000", pem}}) {
        const auto trust = IssuerTrust::fromText({text});

        REQUIRE_FALSE(trust);
        CHECK(trust.fault().code == FaultCode::SettingsInvalid);
    }
}
