// SPDX-License-Identifier: Apache-2.0
#include "drivers/card/CardFaceProof.h"

#include "drivers/card/CardFaceRecord.h"
#include "drivers/card/CvCertificate.h"
#include "drivers/card/Jpeg2000Check.h"

namespace madoguchi {
namespace {

Fault fault(FaultCode code, std::string_view where)
{
    return {code, FaultSpace::None, 0, where};
}

/// What the issuer's signature has to carry: one DigestInfo with the digests of the three parts side by side.
Bytes expectedPayload(const CardFaceRecord& face)
{
    Bytes digests;
    for (const auto part : {face.person, face.pictures, face.photo}) {
        const auto digest = sha256(part);
        digests.insert(digests.end(), digest.begin(), digest.end());
    }
    return digestInfo(digests);
}

} // namespace

Result<ChipPortrait> provenPortrait(const CardFaceEvidence& evidence, const IssuerTrust& trust)
{
    const auto face = CardFaceRecord::parse(evidence.faceFile);
    const auto issuer = CvCertificate::parse(evidence.issuerCertificateFile);
    if (!face || !issuer)
        return fault(FaultCode::CardAnswerInvalid, "card/proof/parse");

    if (!issuer->issuedBy(trust))
        return fault(FaultCode::CardNotGenuine, "card/proof/issuer");
    const auto issuerKey = issuer->subjectKey();
    if (!issuerKey || issuerKey->recover(face->signature) != expectedPayload(*face))
        return fault(FaultCode::CardNotGenuine, "card/proof/face");

    const auto cardKey = RsaPublicKey::fromCardObject(face->cardKey);
    if (!cardKey || !cardKey->verifies(evidence.nonce, evidence.nonceSignature))
        return fault(FaultCode::CardCloned, "card/proof/nonce");

    if (!isHarmlessJp2(face->jpeg2000))
        return fault(FaultCode::PhotoUnreadable, "card/proof/photo");
    return ChipPortrait{Bytes{face->jpeg2000.begin(), face->jpeg2000.end()}, face->birth, face->expiry};
}

} // namespace madoguchi
