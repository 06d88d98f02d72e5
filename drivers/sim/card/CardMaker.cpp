// SPDX-License-Identifier: Apache-2.0
#include "drivers/sim/card/CardMaker.h"

#include "drivers/sim/card/CardRecords.h"
#include "drivers/sim/card/CvCertificateMaker.h"
#include "drivers/sim/card/PersonaKeys.h"
#include "drivers/sim/card/PlainPortrait.h"
#include "drivers/sim/card/PracticeFiles.h"
#include "drivers/sim/card/TlvWriter.h"

#include <algorithm>

namespace madoguchi {

namespace {

namespace fs = std::filesystem;
using Kind = CardVariation::Kind;

const Bytes kIssuerDomain{0xA0, 0x00, 0x00, 0x01, 0x51, 0x00, 0x00};
const Bytes kJpki{0xD3, 0x92, 0xF0, 0x00, 0x26, 0x01, 0x00, 0x00, 0x00, 0x01};
const Bytes kCardInfo{0xD3, 0x92, 0x10, 0x00, 0x31, 0x00, 0x01, 0x01, 0x01, 0x00};
const Bytes kResident{0xD3, 0x92, 0x10, 0x00, 0x31, 0x00, 0x01, 0x01, 0x04, 0x01};
const Bytes kSurface{0xD3, 0x92, 0x10, 0x00, 0x31, 0x00, 0x01, 0x01, 0x04, 0x02};
const Bytes kText{0xD3, 0x92, 0x10, 0x00, 0x31, 0x00, 0x01, 0x01, 0x04, 0x08};

/// A contactless card as readers describe it, with a right check byte.
const Bytes kAtr{0x3B, 0x88, 0x80, 0x01, 0x00, 0x00, 0x41, 0xE0, 0xB3, 0x81, 0xA1, 0x00, 0x3B};

constexpr int kPinTries = 3;
constexpr int kSignPasswordTries = 5;
constexpr int kSecurityNumberTries = 10;

/// All that one card is written from.
struct Source {
    const Persona& persona;
    const CardVariation& variation;
    const CardAuthorities& authorities;
    const sim::PersonaKeys& keys;
    Bytes userCertificate;
    Bytes photo;
    sim::CardKey surfaceKey; ///< what the card signs with; a clone's is not the one its face names
};

/// A file is bigger than its content: filler up to a whole number of blocks.
BinaryFile filled(Bytes content, std::size_t block)
{
    content.resize((content.size() + block) / block * block, 0xFF);
    return {std::move(content)};
}

SecretFile secret(std::string value, int limit)
{
    return {std::move(value), limit, limit};
}

SecretFile pinFile(const Source& from)
{
    SecretFile file = secret(from.persona.pin, kPinTries);
    if (from.persona.pin.empty() || from.persona.pinLocked || from.variation.pinBlocked)
        file.left = 0;
    return file;
}

/// Twelve digits as an individual number has them, but with a check digit that cannot be: nobody's number.
std::string nobodysNumber(const Persona& persona)
{
    std::string digits = std::to_string(90'000'000'000ULL + persona.number);
    int sum = 0;
    for (int place = 1; place <= 11; ++place)
        sum += (digits[static_cast<std::size_t>(11 - place)] - '0') * (place <= 6 ? place + 1 : place - 5);
    const int right = sum % 11 <= 1 ? 0 : 11 - sum % 11;
    return digits + static_cast<char>('0' + (right + 1) % 10);
}

std::string_view tokenLabel(Kind kind)
{
    switch (kind) {
    case Kind::ResidentCard:
        return "JPKIAPICCTOKEN";
    case Kind::PhoneToken:
        return "JPKIAPGPSETOKEN";
    default:
        return "JPKIAPICCTOKEN2";
    }
}

CardApplication jpki(const Source& from)
{
    constexpr std::size_t kBlock = 128;
    constexpr std::uint8_t kPresent = 0x8F;
    const auto& persona = from.persona;
    const bool signs = !persona.signPassword.empty();
    // The predecessor's cards carried a signing certificate only.
    const bool authenticates = !from.variation.noCertificate && from.variation.kind != Kind::ResidentCard;
    const bool phone = from.variation.kind == Kind::PhoneToken;
    const auto certificate = [&](bool present, const Bytes& der) {
        return filled(present ? der : Bytes{}, kBlock);
    };
    const Bytes presence{signs ? kPresent : std::uint8_t{0}, authenticates ? kPresent : std::uint8_t{0}, 0};

    CardApplication application{kJpki};
    application.files = {
        {0x0001, certificate(signs, sim::toDer(*from.keys.signCertificate)), {0x001B}},
        {0x0002, filled(sim::toDer(*from.authorities.sign.certificate), kBlock)},
        {0x0005, InternalFile{}},
        {0x0006, BinaryFile{sim::tokenInformation(tokenLabel(from.variation.kind))}},
        {0x0008, BinaryFile{presence}},
        {0x0009, InternalFile{}},
        {0x000A, certificate(authenticates, from.userCertificate)},
        {0x000B, filled(sim::toDer(*from.authorities.user.certificate), kBlock)},
        {0x0010, InternalFile{}},
        {0x0016, InternalFile{}}, // stands for the terminal, see PracticeCard
        {0x0017, KeyFile{from.keys.user}, {0x0018, 0x0016}},
        {0x0018, pinFile(from)},
        {0x0019, InternalFile{}},
        {0x001A, KeyFile{from.keys.sign}, {0x001B}},
        {0x001B, secret(persona.signPassword, kSignPasswordTries)},
        {0x001C, InternalFile{}},
        {0x001E, InternalFile{}},
    };
    if (phone)
        for (auto& file : application.files)
            if (file.id == 0x000A)
                file.openedBy = {0x0018};
    return application;
}

CardApplication surface(const Source& from)
{
    constexpr std::size_t kBlock = 64;
    const auto& persona = from.persona;
    const auto& issuer = from.authorities.issuer;
    const auto& key = from.keys.surface;
    const auto number = nobodysNumber(persona);
    Bytes face = sim::faceRecord(persona, key, issuer, from.photo);
    if (from.variation.tamperedPhoto && !from.photo.empty()) {
        const auto photo = std::search(face.begin(), face.end(), from.photo.begin(), from.photo.end());
        *(photo + static_cast<std::ptrdiff_t>(from.photo.size() / 2)) ^= 0x01;
    }

    CardApplication application{kSurface};
    application.files = {
        {0x0001, BinaryFile{sim::ageRecord(persona, key, issuer)}, {0x0011}},
        {0x0002, filled(std::move(face), kBlock), {0x0012, 0x0013}},
        {0x0003, BinaryFile{sim::surfaceInformation()}},
        {0x0004, BinaryFile{sim::cvCertificate(sim::kIssuerKeyId, issuer, from.authorities.surface)}},
        {0x0005, BinaryFile{sim::numberPictureRecord(number, key, issuer)}, {0x0013}},
        {0x0006, BinaryFile{Bytes(16, 0xFF)}, {0x0012, 0x0013}},
        {0x0011, secret(printedBirth(persona), kSecurityNumberTries)},
        {0x0012, secret(securityNumber(persona), kSecurityNumberTries)},
        {0x0013, secret(number, kSecurityNumberTries)},
        {0x001A, KeyFile{from.surfaceKey}},
    };
    application.defaultKey = 0x001A;
    return application;
}

CardApplication text(const Source& from)
{
    const auto& persona = from.persona;
    const auto& issuer = from.authorities.issuer;
    const auto number = nobodysNumber(persona);
    const Bytes numberFile = sim::numberRecord(number);
    const Bytes attributes = sim::attributesRecord(persona);

    CardApplication application{kText};
    application.files = {
        {0x0001, BinaryFile{numberFile}, {0x0011, 0x0014}},
        {0x0002, BinaryFile{attributes}, {0x0011, 0x0015}},
        {0x0003,
         BinaryFile{sim::textSignatureRecord(numberFile, attributes, issuer)},
         {0x0011, 0x0014, 0x0015}},
        {0x0004, BinaryFile{sim::cvCertificate(sim::kIssuerKeyId, issuer, from.authorities.surface)}},
        {0x0005, BinaryFile{sim::textInformation()}},
        {0x0006, InternalFile{}},
        {0x0007, BinaryFile{sim::textKeyRecord(from.keys.text, issuer)}, {0x0011, 0x0014, 0x0015}},
        {0x0011, pinFile(from)},
        {0x0012, SecretFile{{}, kPinTries, 0}}, // blocked on every card as issued
        {0x0013, KeyFile{from.keys.text}},
        {0x0014, secret(number, kSecurityNumberTries)},
        {0x0015, secret(securityNumber(persona), kSecurityNumberTries)},
    };
    application.defaultKey = 0x0013;
    return application;
}

CardApplication cardInfo(const Source& from)
{
    return {kCardInfo, {{0x0001, RecordFile{{sim::cardInfoRecord(from.persona)}}}, {0x001C, pinFile(from)}}};
}

CardApplication resident(const Source& from)
{
    return {kResident, {{0x001C, pinFile(from)}}};
}

std::map<std::uint16_t, Bytes> dataObjects(const Source& from)
{
    const Bytes info = sim::cardInfoRecord(from.persona); // tag, length, then the digits
    return {
        {0x0042, {sim::kAuthorityKeyId.begin(), sim::kAuthorityKeyId.end()}},
        {0x0045, {info.begin() + 2, info.begin() + 2 + 15}},
        {0x00F0, sim::bytesOf(sim::kMunicipality)},
        {0x00F2, sim::bytesOf(compactDate(from.persona.cardExpiry))},
        {0x7F21, sim::cvCertificate(sim::kIssuerKeyId, from.authorities.issuer, from.authorities.surface)}};
}

CardImage image(const Source& from)
{
    CardImage image{kAtr, {{kIssuerDomain}}};
    image.extendedLength = !from.variation.shortOnly;
    auto& applications = image.applications;
    switch (from.variation.kind) {
    case Kind::MyNumberCard:
        applications.insert(applications.end(),
                            {jpki(from), surface(from), text(from), cardInfo(from), resident(from)});
        image.dataObjects = dataObjects(from);
        image.terminalAuthority = from.authorities.surface;
        break;
    case Kind::ResidentCard:
        applications.insert(applications.end(), {jpki(from), resident(from)});
        break;
    case Kind::PhoneToken:
        applications.push_back(jpki(from));
        break;
    case Kind::OtherCard:
        break;
    }
    return image;
}

Bytes photoOf(const Persona& persona, const fs::path& practiceFolder)
{
    if (!persona.photo)
        return {};
    if (const auto file = sim::readSmallFile(practiceFolder / "faces" / persona.id / "portrait.jp2"))
        return {file->begin(), file->end()};
    return sim::plainPortrait();
}

} // namespace

CardMaker::CardMaker(fs::path folder, CardAuthorities authorities, std::chrono::sys_seconds now)
    : folder_{std::move(folder)}, authorities_{std::move(authorities)}, now_{now}
{
}

Result<CardMaker> CardMaker::open(fs::path practiceFolder, const std::vector<Persona>& people,
                                  std::chrono::sys_seconds now)
{
    auto authorities = ensureCardAuthorities(practiceFolder / "pki", people, now);
    if (!authorities)
        return authorities.fault();
    return CardMaker{std::move(practiceFolder), std::move(*authorities), now};
}

Result<CardImage> CardMaker::make(const Persona& persona, const CardVariation& variation) const
{
    constexpr int kExpiredDays = -100;
    const auto keys = sim::ensurePersonaKeys(folder_ / "cards" / persona.id, persona, authorities_, now_);
    if (!keys)
        return keys.fault();
    auto certificate = keys->userCertificate;
    if (variation.expiredCertificate)
        certificate = sim::issueUserCertificate(persona, keys->user, authorities_.user,
                                                sim::lastSecondOfDay(now_, kExpiredDays));
    if (!certificate)
        return Fault{FaultCode::Internal, FaultSpace::None, 0, "sim/issueUserCertificate"};
    return image({persona, variation, authorities_, *keys, sim::toDer(*certificate),
                  photoOf(persona, folder_), variation.cloned ? keys->text : keys->surface});
}

} // namespace madoguchi
