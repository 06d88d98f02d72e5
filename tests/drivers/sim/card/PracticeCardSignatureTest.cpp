// SPDX-License-Identifier: Apache-2.0
// What the card signs, checked with OpenSSL from the card's own certificate: all forms of the signature
// command, the anti-clone signature, and the invented terminal authentication.
#include "CardDialogue.h"
#include "TestCards.h"

#include "drivers/sim/card/CardCertificate.h"
#include "drivers/sim/card/CvCertificateMaker.h"
#include "drivers/sim/card/PracticeFiles.h"
#include "drivers/sim/card/TerminalGate.h"

#include <catch2/catch.hpp>

#include <openssl/evp.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

#include <memory>

using namespace madoguchi;

namespace {

const Bytes kMessage = ascii("what is to be signed");

/// What a PKCS#1 v1.5 signature holds inside its padding.
Bytes recovered(EVP_PKEY* key, const Bytes& signature)
{
    const std::unique_ptr<EVP_PKEY_CTX, decltype(&EVP_PKEY_CTX_free)> context{EVP_PKEY_CTX_new(key, nullptr),
                                                                              EVP_PKEY_CTX_free};
    Bytes block(256);
    std::size_t length = block.size();
    EVP_PKEY_verify_recover_init(context.get());
    EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_PKCS1_PADDING);
    if (EVP_PKEY_verify_recover(context.get(), block.data(), &length, signature.data(), signature.size()) !=
        1)
        return {};
    block.resize(length);
    return block;
}

bool pssHolds(EVP_PKEY* key, const Bytes& hash, const Bytes& signature)
{
    const std::unique_ptr<EVP_PKEY_CTX, decltype(&EVP_PKEY_CTX_free)> context{EVP_PKEY_CTX_new(key, nullptr),
                                                                              EVP_PKEY_CTX_free};
    EVP_PKEY_verify_init(context.get());
    EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_PKCS1_PSS_PADDING);
    EVP_PKEY_CTX_set_signature_md(context.get(), EVP_sha256());
    return EVP_PKEY_verify(context.get(), signature.data(), signature.size(), hash.data(), hash.size()) == 1;
}

Bytes signCommand(std::string_view form, std::string_view key, const Bytes& data)
{
    return hex("80 2A") + hex(form) + hex(key) + Bytes{static_cast<std::uint8_t>(data.size())} + data +
           hex("00");
}

struct OpenedCard : PracticeCard {
    OpenedCard() : PracticeCard{testImage("hanako")}
    {
        powerOn();
        ask(*this, kSelectJpki);
        const Bytes der = ask(*this, "00 B0 8A 00 00 00 00").data;
        const auto* at = der.data();
        certificate.reset(d2i_X509(nullptr, &at, static_cast<long>(der.size())), X509_free);
        REQUIRE(present(*this, "98", testPersona("hanako").pin) == 0x9000);
    }
    [[nodiscard]] EVP_PKEY* key() const { return X509_get0_pubkey(certificate.get()); }
    std::shared_ptr<X509> certificate;
};

Bytes fileBytes(const std::string& name)
{
    const auto content = sim::readSmallFile(testPracticeFolder() / "pki" / name);
    REQUIRE(content);
    return {content->begin(), content->end()};
}

sim::CardKey keyFile(const std::string& name)
{
    const auto bytes = fileBytes(name);
    auto key = sim::CardKey::fromPem({bytes.begin(), bytes.end()});
    REQUIRE(key);
    return *key;
}

} // namespace

TEST_CASE("signatureNeedsThePin")
{
    PracticeCard card{testImage("hanako")};
    card.powerOn();
    REQUIRE(ask(card, kSelectJpki).status == 0x9000);

    CHECK(ask(card, signCommand("02", "97", sim::sha256(kMessage))).status == 0x6982);
    REQUIRE(present(card, "98", "0000") == 0x63C2);
    CHECK(ask(card, signCommand("02", "97", sim::sha256(kMessage))).status == 0x6982);
}

TEST_CASE("everyFormOfSignatureIsWhatItsNumberSays")
{
    OpenedCard card;
    const Bytes hash = sim::sha256(kMessage);
    const Bytes info = sim::digestInfo(hash);

    CHECK(recovered(card.key(), ask(card, signCommand("00", "97", kMessage)).data) == kMessage);
    CHECK(recovered(card.key(), ask(card, signCommand("00", "97", info)).data) == info);
    CHECK(recovered(card.key(), ask(card, signCommand("01", "97", kMessage)).data) == hash);
    CHECK(recovered(card.key(), ask(card, signCommand("02", "97", hash)).data) == info);
    CHECK(recovered(card.key(), ask(card, signCommand("03", "97", kMessage)).data) == info);
    CHECK(pssHolds(card.key(), hash, ask(card, signCommand("04", "97", hash)).data));
    CHECK(pssHolds(card.key(), hash, ask(card, signCommand("05", "97", kMessage)).data));
    CHECK(ask(card, signCommand("06", "97", hash)).status == 0x6A86);
}

TEST_CASE("signatureWithTheSelectedKeyEqualsTheOneByShortIdentifier")
{
    OpenedCard card;
    const Bytes hash = sim::sha256(kMessage);
    REQUIRE(ask(card, "00 A4 02 0C 02 0017").status == 0x9000);

    const auto selected = ask(card, signCommand("02", "80", hash));

    CHECK(selected.data == ask(card, signCommand("02", "97", hash)).data);
}

TEST_CASE("inputsThatDoNotFitTheFormAreRefused")
{
    OpenedCard card;

    CHECK(ask(card, signCommand("02", "97", Bytes(31, 1))).status == 0x6985);
    CHECK(ask(card, signCommand("04", "97", Bytes(33, 1))).status == 0x6985);
    CHECK(ask(card, signCommand("00", "97", Bytes(246, 1))).status == 0x6985);
    CHECK(ask(card, signCommand("00", "97", Bytes(245, 1))).status == 0x9000);
    CHECK(ask(card, signCommand("02", "9A", sim::sha256(kMessage))).status == 0x6982); // the other key
    CHECK(ask(card, signCommand("02", "8A", sim::sha256(kMessage))).status == 0x6981); // not a key
}

TEST_CASE("certificateIsThePracticeAuthoritysAndCarriesThePersonsNumber")
{
    OpenedCard card;
    const auto pem = fileBytes("jpki-ca.pem");
    const auto authority = sim::certificateFromPem({pem.begin(), pem.end()});

    REQUIRE(authority);
    CHECK(X509_verify(card.certificate.get(), X509_get0_pubkey(authority.get())) == 1);
    std::uint64_t serial = 0;
    REQUIRE(ASN1_INTEGER_get_uint64(&serial, X509_get0_serialNumber(card.certificate.get())) == 1);
    CHECK((serial & 0xFFFFFFFF) == testPersona("hanako").number);
}

TEST_CASE("antiCloneSignatureNeedsNoSecretAndIsMadeByTheKeyTheFaceNames")
{
    const Bytes info = sim::digestInfo(sim::sha256(kMessage));
    const auto holds = [&](const CardVariation& variation) {
        PracticeCard card{testImage("hanako", variation)};
        card.powerOn();
        REQUIRE(ask(card, kSelectSurface).status == 0x9000);
        REQUIRE(present(card, "92", securityNumber(testPersona("hanako"))) == 0x9000);
        const Bytes face = ask(card, "00 B0 82 00 00 00 00").data;
        const Bytes tag = hex("DF24 820109 9003010001 91820100");
        const auto at =
            std::search(face.begin(), face.end(), tag.begin(), tag.end()) + static_cast<long>(tag.size());
        const auto key = sim::CardKey::fromModulus(Bytes(at, at + 256));
        REQUIRE(key);
        REQUIRE(ask(card, kSelectSurface).status == 0x9000); // no security status any more
        return key->verifies(kMessage, ask(card, signCommand("00", "00", info)).data);
    };

    CHECK(holds({}));
    CHECK_FALSE(holds({.cloned = true}));
}

TEST_CASE("terminalWithItsKeysGetsASignatureWithoutPin")
{
    PracticeCard card{testImage("kaocard")};
    card.powerOn();
    const Bytes certificate = fileBytes("terminal-cvc.bin");
    const auto terminal = keyFile("terminal-cvc.key");
    REQUIRE(certificate.size() == 563);
    REQUIRE(ask(card, kSelectJpki).status == 0x9000);

    const auto challenge = ask(card, hex("80 A2 06 C1 00 02 33") + certificate + hex("00 00"));
    REQUIRE(challenge.status == 0x9000);
    REQUIRE(challenge.data.size() == 16);
    const Bytes proof = terminal.sign(ascii("madoguchi practice terminal authentication") + challenge.data);
    CHECK(ask(card, hex("00 82 00 00 00 01 00") + proof).status == 0x9000);

    CHECK(ask(card, signCommand("02", "97", sim::sha256(kMessage))).status == 0x9000);
    CHECK(ask(card, signCommand("02", "9A", sim::sha256(kMessage))).status == 0x6982); // only key 0017
    REQUIRE(ask(card, kSelectIssuerDomain).status == 0x9000);
    REQUIRE(ask(card, kSelectJpki).status == 0x9000);
    CHECK(ask(card, signCommand("02", "97", sim::sha256(kMessage))).status == 0x6982);
}

TEST_CASE("terminalCertificateMayComeInChainedShortCommands")
{
    PracticeCard card{testImage("kaocard", {.shortOnly = true})};
    card.powerOn();
    const Bytes certificate = fileBytes("terminal-cvc.bin");
    REQUIRE(ask(card, kSelectJpki).status == 0x9000);
    const auto part = [&](std::size_t from, std::size_t length) {
        const auto begin = certificate.begin() + static_cast<long>(from);
        return Bytes{static_cast<std::uint8_t>(length)} + Bytes(begin, begin + static_cast<long>(length));
    };

    CHECK(ask(card, hex("90 A2 06 C1") + part(0, 255)).status == 0x9000);
    CHECK(ask(card, hex("90 A2 06 C1") + part(255, 255)).status == 0x9000);
    CHECK(ask(card, hex("80 A2 06 C1") + part(510, 53) + hex("00")).data.size() == 16);
}

TEST_CASE("terminalIsRefusedWithAnythingLess")
{
    PracticeCard card{testImage("kaocard")};
    card.powerOn();
    const Bytes certificate = fileBytes("terminal-cvc.bin");
    const auto terminal = keyFile("terminal-cvc.key");
    const auto offer = [&](const Bytes& data) {
        return ask(card, hex("80 A2 06 C1 00 02 33") + data + hex("00 00"));
    };
    const auto answer = [&](const Bytes& proof) {
        return ask(card, hex("00 82 00 00 00 01 00") + proof).status;
    };
    REQUIRE(ask(card, kSelectJpki).status == 0x9000);

    SECTION("a certificate of no authority")
    {
        Bytes changed = certificate;
        changed[40] ^= 1;
        CHECK(offer(changed).status == 0x6700);
    }
    SECTION("a card issuer's certificate")
    {
        const auto issuer = keyFile("surface-issuer.key");
        const auto authority = keyFile("surface-ca.key");
        CHECK(offer(sim::cvBodyAndSignature(sim::kIssuerKeyId, issuer, authority)).status == 0x6700);
    }
    SECTION("an answer without a challenge")
    {
        CHECK(answer(terminal.sign(sim::terminalSubject(Bytes(16)))) == 0x6985);
    }
    SECTION("an answer to another challenge")
    {
        REQUIRE(offer(certificate).status == 0x9000);
        CHECK(answer(terminal.sign(sim::terminalSubject(Bytes(16)))) == 0x6300);
    }
    SECTION("the right answer twice")
    {
        const auto proof = terminal.sign(sim::terminalSubject(offer(certificate).data));
        CHECK(answer(proof) == 0x9000);
        CHECK(answer(proof) == 0x6985);
    }
    SECTION("another parameter")
    {
        CHECK(ask(card, hex("80 A2 00 C1 00 02 33") + certificate).status == 0x6A86);
    }
}
