// SPDX-License-Identifier: Apache-2.0
// The face record and its signatures, read as a terminal has to: by offset table, three hashes in one
// signature, the issuer's key through the CV certificate.
#include "CardDialogue.h"
#include "TestCards.h"

#include "drivers/sim/card/CardCertificate.h"
#include "drivers/sim/card/CvCertificateMaker.h"
#include "drivers/sim/card/PracticeFiles.h"
#include "drivers/sim/card/TinyPng.h"

#include <catch2/catch.hpp>

#include <openssl/evp.h>
#include <openssl/rsa.h>

#include <fstream>
#include <map>

using namespace madoguchi;

namespace {

struct Object {
    Bytes whole; ///< with tag and length
    Bytes value;
};

std::size_t number16(const Bytes& bytes, std::size_t at)
{
    return static_cast<std::size_t>(bytes[at] << 8 | bytes[at + 1]);
}

Object objectAt(const Bytes& file, std::size_t at)
{
    std::size_t header = 3;
    std::size_t length = file[at + 2];
    if (length == 0x81) {
        length = file[at + 3];
        header = 4;
    } else if (length == 0x82) {
        length = number16(file, at + 3);
        header = 5;
    }
    const auto begin = file.begin() + static_cast<long>(at);
    const auto end = begin + static_cast<long>(header + length);
    return {Bytes(begin, end), Bytes(begin + static_cast<long>(header), end)};
}

/// The objects an offset table (the first inside FF20) leads to, by tag.
std::map<std::size_t, Object> byOffsets(const Bytes& file)
{
    REQUIRE(number16(file, 0) == 0xFF20);
    const std::size_t header = file[2] == 0x82 ? 5 : file[2] == 0x81 ? 4 : 3;
    const Bytes table = objectAt(file, header).value;
    std::map<std::size_t, Object> objects;
    for (std::size_t entry = 0; entry < table.size(); entry += 2) {
        const auto offset = number16(table, entry);
        objects[number16(file, offset)] = objectAt(file, offset);
    }
    return objects;
}

Bytes read(PracticeCard& card, std::string_view shortId)
{
    return ask(card, hex("00 B0") + hex(shortId) + hex("00 00 00 00")).data;
}

Bytes blockOf(const sim::CardKey& key, const Bytes& signature)
{
    EVP_PKEY_CTX* context = EVP_PKEY_CTX_new(key.handle(), nullptr);
    Bytes block(256);
    std::size_t length = block.size();
    EVP_PKEY_verify_recover_init(context);
    EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PADDING);
    const int done =
        EVP_PKEY_verify_recover(context, block.data(), &length, signature.data(), signature.size());
    EVP_PKEY_CTX_free(context);
    block.resize(done == 1 ? length : 0);
    return block;
}

/// The issuer's key from EF 0004, believed because the practice authority signed it.
sim::CardKey issuerKey(PracticeCard& card)
{
    const Bytes wrapped = read(card, "84");
    REQUIRE(wrapped.size() == 568);
    const auto certificate = sim::parseCvCertificate(objectAt(wrapped, 0).value);
    const auto authority =
        sim::CardKey::fromPem(*sim::readSmallFile(testPracticeFolder() / "pki" / "surface-ca.pem"));
    REQUIRE(certificate);
    REQUIRE(authority);
    REQUIRE(sim::signedBy(*certificate, *authority));
    return *sim::CardKey::fromModulus(certificate->modulus);
}

bool faceSignatureHolds(const CardVariation& variation)
{
    PracticeCard card{testImage("hanako", variation)};
    card.powerOn();
    ask(card, kSelectSurface);
    REQUIRE(present(card, "92", securityNumber(testPersona("hanako"))) == 0x9000);
    const auto face = byOffsets(read(card, "82"));
    const Bytes hashes = sim::sha256(face.at(0xDF22).whole + face.at(0xDF23).whole + face.at(0xDF24).whole) +
                         sim::sha256(face.at(0xDF25).whole + face.at(0xDF26).whole) +
                         sim::sha256(face.at(0xDF27).whole);
    return blockOf(issuerKey(card), face.at(0xDF28).value) == sim::digestInfo(hashes);
}

} // namespace

TEST_CASE("faceRecordIsSignedInThreePartsByAnIssuerTheAuthorityKnows")
{
    CHECK(faceSignatureHolds({}));
    CHECK_FALSE(faceSignatureHolds({.tamperedPhoto = true}));
    CHECK(faceSignatureHolds({.cloned = true})); // a clone copies the face; it is the key it lacks
}

TEST_CASE("faceRecordSaysWhatThePersonIs")
{
    PracticeCard card{testImage("hanako")};
    card.powerOn();
    ask(card, kSelectSurface);
    REQUIRE(present(card, "92", securityNumber(testPersona("hanako"))) == 0x9000);

    const auto face = byOffsets(read(card, "82"));

    CHECK(face.at(0xDF22).value == ascii("19880412"));
    CHECK(face.at(0xDF23).value == ascii("2"));
    CHECK(face.at(0xDF24).value.size() == 265);
    CHECK(face.at(0xDF25).value == sim::textPng(testPersona("hanako").name));
    CHECK(face.at(0xDF27).value.size() > 100);
    CHECK(Bytes(face.at(0xDF27).value.begin(), face.at(0xDF27).value.begin() + 8) ==
          hex("0000000C 6A502020"));
    CHECK(face.at(0xDF29).value == ascii("20330412"));
}

TEST_CASE("photoOfThePracticeFolderGoesOntoTheCard")
{
    const auto folder = testPracticeFolder() / "faces" / "touseki";
    const Bytes photo = hex("0000000C 6A502020") + Bytes(17'600, 0x5A);
    std::filesystem::create_directories(folder);
    std::ofstream{folder / "portrait.jp2", std::ios::binary}.write(
        reinterpret_cast<const char*>(photo.data()), static_cast<std::streamsize>(photo.size()));
    PracticeCard card{testImage("touseki")};
    card.powerOn();
    ask(card, kSelectSurface);
    REQUIRE(present(card, "92", securityNumber(testPersona("touseki"))) == 0x9000);

    CHECK(byOffsets(read(card, "82")).at(0xDF27).value == photo);
}

TEST_CASE("infantsCardHasNoPhoto")
{
    PracticeCard card{testImage("akachan")};
    card.powerOn();
    ask(card, kSelectSurface);
    REQUIRE(present(card, "92", securityNumber(testPersona("akachan"))) == 0x9000);

    CHECK(byOffsets(read(card, "82")).at(0xDF27).value.empty());
}

TEST_CASE("textRecordsHaveTheirLengthsAndNames")
{
    PracticeCard card{testImage("hanako")};
    card.powerOn();
    ask(card, kSelectText);
    REQUIRE(present(card, "91", testPersona("hanako").pin) == 0x9000);

    const auto attributes = byOffsets(read(card, "82"));

    CHECK(attributes.at(0xDF22).value == ascii(testPersona("hanako").name));
    CHECK(attributes.at(0xDF23).value == ascii(testPersona("hanako").address));
    CHECK(read(card, "81").size() == 17);
    CHECK(read(card, "83").size() == 336);
    CHECK(read(card, "87").size() == 536);
    CHECK(read(card, "84").size() == 568);
}

TEST_CASE("ageRecordHasItsLength")
{
    PracticeCard card{testImage("hanako")};
    card.powerOn();
    ask(card, kSelectSurface);
    REQUIRE(present(card, "91", "630412") == 0x9000);

    CHECK(read(card, "81").size() == 547);
}

TEST_CASE("individualNumberOnThePracticeCardCanBeNobodys")
{
    PracticeCard card{testImage("hanako")};
    card.powerOn();
    ask(card, kSelectText);
    REQUIRE(present(card, "91", testPersona("hanako").pin) == 0x9000);
    const Bytes record = read(card, "81");
    const std::string digits{record.begin() + 3, record.begin() + 15};

    int sum = 0;
    for (int place = 1; place <= 11; ++place)
        sum += (digits[static_cast<std::size_t>(11 - place)] - '0') * (place <= 6 ? place + 1 : place - 5);
    const int right = sum % 11 <= 1 ? 0 : 11 - sum % 11;

    CHECK(digits.back() - '0' != right);
}

TEST_CASE("keysAndCertificatesStayTheSameFromCallToCall")
{
    const auto certificate = [](const CardVariation& variation) {
        PracticeCard card{testImage("hanako", variation)};
        card.powerOn();
        ask(card, kSelectJpki);
        return read(card, "8A");
    };

    CHECK(certificate({}) == certificate({}));
    CHECK(certificate({}) != certificate({.expiredCertificate = true}));
    CHECK(certificate({}) == certificate({})); // the expired one was kept nowhere
}

TEST_CASE("revocationListNamesWhoeverPeopleTomlRevokes")
{
    (void)testImage("hanako");
    const auto authority =
        sim::CardKey::fromPem(*sim::readSmallFile(testPracticeFolder() / "pki" / "jpki-ca.key"));
    const auto pem = sim::readSmallFile(testPracticeFolder() / "pki" / "jpki-crl.pem");
    REQUIRE(authority);
    REQUIRE(pem);

    const auto list = sim::readRevocations(*pem, *authority);

    REQUIRE(list);
    CHECK(list->serials == std::set<std::uint64_t>{certificateSerial(testPersona("shikkou").number)});
}
