// SPDX-License-Identifier: Apache-2.0
// Decides whether the card's face is what its issuer signed, and whether this very card holds the key its
// face names. The only way from the bytes of EF 0002 to a ChipPortrait.
#pragma once

#include "domain/record/CardRecord.h"
#include "drivers/card/IssuerTrust.h"
#include "foundation/base/Bytes.h"

namespace madoguchi {

struct CardFaceEvidence {
    Bytes faceFile;              ///< EF 0002
    Bytes issuerCertificateFile; ///< EF 0004
    Bytes nonce;                 ///< ours, fresh
    Bytes nonceSignature;        ///< the card's, PKCS#1 v1.5 over SHA-256 of the nonce
};

/// In this order: the issuer's certificate is vouched for by `trust`; DF28 is the issuer's signature over the
/// digests of the three parts of the face (CardNotGenuine); the nonce was signed with the key in DF24
/// (CardCloned); the photo is a harmless JP2 (PhotoUnreadable). CardAnswerInvalid when the files are not what
/// they should be.
[[nodiscard]] Result<ChipPortrait> provenPortrait(const CardFaceEvidence& evidence, const IssuerTrust& trust);

} // namespace madoguchi
