// SPDX-License-Identifier: Apache-2.0
// 券面事項確認AP: the card's face, opened with 照合番号B. 照合番号A and the twelve-digit number are not here
// and never will be.
#pragma once

#include "drivers/card/CardSession.h"
#include "foundation/base/Bytes.h"

#include <string_view>

namespace madoguchi {

class SurfaceApplication {
public:
    explicit SurfaceApplication(CardSession& session) : session_{session} {}

    Result<void> select();

    /// Tries left for 照合番号B, of ten.
    Result<int> tries();

    /// One VERIFY.
    Result<void> open(std::string_view number);

    /// EF 0002, the face with the photo. Unproven: see CardFaceProof.h.
    Result<Bytes> faceFile();

    /// EF 0004, the certificate of the key that signed the face.
    Result<Bytes> issuerCertificateFile();

    /// The card's signature with the key its face names, over SHA-256 of `nonce`.
    Result<Bytes> signNonce(ByteSpan nonce);

private:
    CardSession& session_;
};

} // namespace madoguchi
