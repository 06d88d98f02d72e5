// SPDX-License-Identifier: Apache-2.0
// Card-verifiable certificate: 7F21 {5F4E: 16 bytes issuer key id, 16 bytes subject key id, {90 e, 91 n};
// 5F37: PKCS#1 v1.5 signature with SHA-256 over the content of 5F4E}. No names and no dates: only keys.
#pragma once

#include "drivers/card/IssuerTrust.h"
#include "drivers/card/RsaKey.h"

#include <optional>

namespace madoguchi {

/// A view into the file it was parsed from.
class CvCertificate {
public:
    /// Nothing when the bytes are not such a certificate. Filler behind it is ignored.
    static std::optional<CvCertificate> parse(ByteSpan file);

    [[nodiscard]] bool issuedBy(const IssuerTrust& trust) const;

    /// The certified key; nothing when its numbers make no acceptable key.
    [[nodiscard]] std::optional<RsaPublicKey> subjectKey() const;

private:
    ByteSpan body_;
    ByteSpan signature_;
};

} // namespace madoguchi
