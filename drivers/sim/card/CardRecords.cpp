// SPDX-License-Identifier: Apache-2.0
#include "drivers/sim/card/CardRecords.h"

#include "drivers/sim/card/CvCertificateMaker.h"
#include "drivers/sim/card/TinyPng.h"
#include "drivers/sim/card/TlvWriter.h"

#include <numeric>

namespace madoguchi::sim {

namespace {

Bytes number(std::size_t value, int bytes)
{
    Bytes out;
    while (bytes-- > 0)
        out.push_back(static_cast<std::uint8_t>(value >> (8 * bytes)));
    return out;
}

Bytes joined(const std::vector<Bytes>& parts)
{
    Bytes out;
    for (const auto& part : parts)
        out.insert(out.end(), part.begin(), part.end());
    return out;
}

std::string sexDigit(const Persona& persona)
{
    return std::to_string(static_cast<int>(persona.sex));
}

/// outer{ table of offsets to each object, objects }. The table's own length depends on the outer header's,
/// which depends on everything: hence the second round.
Bytes withOffsets(std::uint16_t outer, std::uint16_t tableTag, const std::vector<Bytes>& objects)
{
    const Bytes body = joined(objects);
    const Bytes blank = tlv(tableTag, Bytes(2 * objects.size()));
    const std::size_t header = tlv(outer, concat({blank, body})).size() - blank.size() - body.size();
    std::size_t offset = header + blank.size();
    Bytes table;
    for (const auto& object : objects) {
        table = concat({table, number(offset, 2)});
        offset += object.size();
    }
    return tlv(outer, concat({tlv(tableTag, table), body}));
}

/// outer{ objects, signature over the objects }.
Bytes withSignature(std::uint16_t outer, std::uint16_t signatureTag, const Bytes& objects,
                    const CardKey& issuer)
{
    return tlv(outer, concat({objects, tlv(signatureTag, issuer.sign(objects))}));
}

std::string padded(std::string_view text, std::size_t width)
{
    std::string out{text};
    out.resize(width, ' ');
    return out;
}

std::string digits(std::uint32_t value, std::size_t width)
{
    const auto text = std::to_string(value);
    return std::string(width - std::min(width, text.size()), '0') + text;
}

} // namespace

Bytes ageRecord(const Persona& persona, const CardKey& cardKey, const CardKey& issuer)
{
    const Bytes objects =
        concat({tlv(0xDF11, compactDate(persona.birth)), tlv(0xDF12, publicKeyObject(cardKey))});
    return withSignature(0xFF10, 0xDF13, objects, issuer);
}

Bytes faceRecord(const Persona& persona, const CardKey& cardKey, const CardKey& issuer, const Bytes& photo)
{
    const Bytes birth = tlv(0xDF22, compactDate(persona.birth));
    const Bytes sex = tlv(0xDF23, sexDigit(persona));
    const Bytes key = tlv(0xDF24, publicKeyObject(cardKey));
    const Bytes name = tlv(0xDF25, textPng(persona.name));
    const Bytes address = tlv(0xDF26, textPng(persona.address));
    const Bytes picture = tlv(0xDF27, photo);
    // Three hashes in one DigestInfo, so that a part can be checked without reading the others.
    const Bytes hashes =
        concat({sha256(concat({birth, sex, key})), sha256(concat({name, address})), sha256(picture)});
    const Bytes signature = tlv(0xDF28, issuer.signBlock(digestInfo(hashes)));
    const Bytes expiry = tlv(0xDF29, compactDate(persona.cardExpiry));
    const Bytes code = tlv(0xDF2A, digitsPng(persona.securityCode));
    return withOffsets(0xFF20, 0xDF21, {birth, sex, key, name, address, picture, signature, expiry, code});
}

Bytes surfaceInformation()
{
    const Bytes keyId{kAuthorityKeyId.begin(), kAuthorityKeyId.end()};
    return tlv(0xFF30, concat({tlv(0xDF31, Bytes{0x06, 0x03, 0x0E, 0x01}), tlv(0xDF32, keyId),
                               tlv(0xDF33, Bytes{0x01}), tlv(0xDF34, kMunicipality),
                               tlv(0xDF35, concat({keyId, Bytes(CardKey::kBytes, 0x00)}))}));
}

Bytes textInformation()
{
    const Bytes keyId{kAuthorityKeyId.begin(), kAuthorityKeyId.end()};
    return tlv(0xFF40, concat({tlv(0xDF41, Bytes{0x01, 0x03, 0x0E, 0x01}), tlv(0xDF42, keyId),
                               tlv(0xDF43, Bytes(128, 0xFF))}));
}

Bytes numberPictureRecord(std::string_view value, const CardKey& cardKey, const CardKey& issuer)
{
    const Bytes objects = concat({tlv(0xDF41, digitsPng(value)), tlv(0xDF42, publicKeyObject(cardKey))});
    return withSignature(0xFF40, 0xDF43, objects, issuer);
}

Bytes numberRecord(std::string_view value)
{
    return concat({tlv(0xFF10, value), Bytes{0xFF, 0xFF}});
}

Bytes attributesRecord(const Persona& persona)
{
    return withOffsets(0xFF20, 0xDF21,
                       {tlv(0xDF22, persona.name), tlv(0xDF23, persona.address),
                        tlv(0xDF24, compactDate(persona.birth)), tlv(0xDF25, sexDigit(persona))});
}

Bytes textSignatureRecord(const Bytes& numberFile, const Bytes& attributes, const CardKey& issuer)
{
    // The attributes are hashed from DF22 on: the offset table (DF21, four offsets) is left out.
    constexpr std::size_t kTable = 3 + 4 * 2;
    const std::size_t outerHeader = attributes[2] < 0x80 ? 3 : attributes[2] == 0x81 ? 4 : 5;
    const Bytes content{attributes.begin() + static_cast<std::ptrdiff_t>(outerHeader + kTable),
                        attributes.end()};
    return withSignature(0xFF30, 0xDF33,
                         concat({tlv(0xDF31, sha256(numberFile)), tlv(0xDF32, sha256(content))}), issuer);
}

Bytes textKeyRecord(const CardKey& cardKey, const CardKey& issuer)
{
    return withSignature(0xFF50, 0xDF52, tlv(0xDF51, publicKeyObject(cardKey)), issuer);
}

Bytes cardInfoRecord(const Persona& persona)
{
    const std::string serial = "990000000" + digits(persona.number, 6);
    return tlv(0x01, serial + std::string{kMunicipality} + compactDate(persona.cardExpiry));
}

Bytes tokenInformation(std::string_view label)
{
    constexpr std::uint32_t kUnavailable = 0xFFFFFFFF;
    constexpr std::uint32_t kFlags = 0x040D; // random numbers, login required, user PIN and token initialised
    const std::string names =
        padded(label, 32) + padded("Madoguchi practice", 32) + padded("PRACTICE", 16) + padded("", 16);
    Bytes numbers;
    for (const std::uint32_t value : {kFlags, 0U, kUnavailable, 0U, kUnavailable, 16U, 6U, kUnavailable,
                                      kUnavailable, kUnavailable, kUnavailable})
        numbers = concat({numbers, number(value, 4)});
    const Bytes versions{1, 0, 1, 0};
    return concat({bytesOf(names), numbers, versions, bytesOf(std::string(16, '0'))});
}

} // namespace madoguchi::sim
