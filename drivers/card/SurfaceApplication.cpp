// SPDX-License-Identifier: Apache-2.0
#include "drivers/card/SurfaceApplication.h"

#include "drivers/card/RsaKey.h"

namespace madoguchi {
namespace {

constexpr Aid kSurface{{0xD3, 0x92, 0x10, 0x00, 0x31, 0x00, 0x01, 0x01, 0x04, 0x02}, 10};
constexpr Sfi kFace{0x02};
constexpr Sfi kIssuerCertificate{0x04};
constexpr Sfi kSecurityNumber{0x12};

} // namespace

Result<void> SurfaceApplication::select()
{
    return session_.select(kSurface, Asked::SelectSurface, "card/selectSurface");
}

Result<int> SurfaceApplication::tries()
{
    const auto tries = session_.tries(kSecurityNumber, "card/securityNumberTries");
    if (!tries)
        return tries.fault();
    if (tries->verified) // impossible right after SELECT
        return Fault{FaultCode::CardAnswerInvalid, FaultSpace::None, 0, "card/securityNumberTries"};
    return tries->left;
}

Result<void> SurfaceApplication::open(std::string_view number)
{
    return session_.verify(kSecurityNumber, number, Asked::VerifySecurityNumber, "card/openFace");
}

Result<Bytes> SurfaceApplication::faceFile()
{
    return session_.readFile(kFace, Asked::Read, "card/readFace");
}

Result<Bytes> SurfaceApplication::issuerCertificateFile()
{
    return session_.readFile(kIssuerCertificate, Asked::Read, "card/readIssuerCertificate");
}

Result<Bytes> SurfaceApplication::signNonce(ByteSpan nonce)
{
    return session_.command({0x80, 0x2A, 0x00, 0x00, digestInfo(sha256(nonce)), kShortAnswer}, Asked::Sign,
                            "card/signNonce");
}

} // namespace madoguchi
