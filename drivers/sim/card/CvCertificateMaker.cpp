// SPDX-License-Identifier: Apache-2.0
#include "drivers/sim/card/CvCertificateMaker.h"

#include "drivers/sim/card/TlvWriter.h"

#include <algorithm>

namespace madoguchi::sim {

namespace {

constexpr std::uint16_t kBody = 0x5F4E;
constexpr std::uint16_t kSignature = 0x5F37;
constexpr std::size_t kBodyLength = 297;
constexpr std::size_t kHeaderLength = 5; // tag of two bytes, length 82 hh ll

Bytes bytes(const KeyId& id)
{
    return {id.begin(), id.end()};
}

Bytes slice(const Bytes& from, std::size_t at, std::size_t length)
{
    const auto begin = from.begin() + static_cast<std::ptrdiff_t>(at);
    return {begin, begin + static_cast<std::ptrdiff_t>(length)};
}

} // namespace

Bytes publicKeyObject(const CardKey& key)
{
    return concat({tlv(0x90, Bytes{0x01, 0x00, 0x01}), tlv(0x91, key.modulus())});
}

Bytes cvBodyAndSignature(const KeyId& subject, const CardKey& subjectKey, const CardKey& authority)
{
    const Bytes body = concat({bytes(kAuthorityKeyId), bytes(subject), publicKeyObject(subjectKey)});
    return concat({tlv(kBody, body), tlv(kSignature, authority.sign(body))});
}

Bytes cvCertificate(const KeyId& subject, const CardKey& subjectKey, const CardKey& authority)
{
    return tlv(0x7F21, cvBodyAndSignature(subject, subjectKey, authority));
}

std::optional<ParsedCvCertificate> parseCvCertificate(const Bytes& bodyAndSignature)
{
    if (bodyAndSignature.size() != 2 * kHeaderLength + kBodyLength + CardKey::kBytes)
        return {};
    ParsedCvCertificate parsed;
    parsed.body = slice(bodyAndSignature, kHeaderLength, kBodyLength);
    parsed.signature = slice(bodyAndSignature, 2 * kHeaderLength + kBodyLength, CardKey::kBytes);
    if (bodyAndSignature != concat({tlv(kBody, parsed.body), tlv(kSignature, parsed.signature)}))
        return {};
    std::copy_n(parsed.body.begin() + KeyId{}.size(), parsed.subject.size(), parsed.subject.begin());
    parsed.modulus = slice(parsed.body, kBodyLength - CardKey::kBytes, CardKey::kBytes);
    return parsed;
}

bool signedBy(const ParsedCvCertificate& certificate, const CardKey& authority)
{
    return authority.verifies(certificate.body, certificate.signature);
}

} // namespace madoguchi::sim
