// SPDX-License-Identifier: Apache-2.0
#include "drivers/card/CvCertificate.h"

#include "drivers/card/BerTlv.h"

namespace madoguchi {
namespace {

constexpr std::size_t kKeyIdSize = 16;
constexpr std::size_t kKeyOffset = 2 * kKeyIdSize;

} // namespace

std::optional<CvCertificate> CvCertificate::parse(ByteSpan file)
{
    const auto certificate = BerReader{file}.next(0x7F21);
    if (!certificate)
        return std::nullopt;
    BerReader content{certificate->value};
    const auto body = content.next(0x5F4E);
    const auto signature = content.next(0x5F37);
    if (!body || !signature || !content.rest().empty() || body->value.size() <= kKeyOffset)
        return std::nullopt;
    CvCertificate parsed;
    parsed.body_ = body->value;
    parsed.signature_ = signature->value;
    return parsed;
}

bool CvCertificate::issuedBy(const IssuerTrust& trust) const
{
    return trust.vouchesFor(body_.first(kKeyIdSize), body_, signature_);
}

std::optional<RsaPublicKey> CvCertificate::subjectKey() const
{
    return RsaPublicKey::fromCardObject(body_.subspan(kKeyOffset));
}

} // namespace madoguchi
