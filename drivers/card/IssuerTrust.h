// SPDX-License-Identifier: Apache-2.0
// The certification authorities whose card-verifiable certificates we believe, by key identifier. The keys
// come from the settings: production and test hierarchies must never be trusted by the same terminal.
#pragma once

#include "drivers/card/RsaKey.h"

#include <string>
#include <vector>

namespace madoguchi {

/// As written in the settings.
struct IssuerKeyText {
    std::string keyId; ///< 32 hexadecimal digits (証明者鍵ID); empty: tried for every certificate
    std::string pem;   ///< SubjectPublicKeyInfo
};

class IssuerTrust {
public:
    /// SettingsInvalid for a key identifier or key that cannot be read.
    static Result<IssuerTrust> fromText(const std::vector<IssuerKeyText>& keys);

    /// Whether a key of this identifier made this signature (PKCS#1 v1.5, SHA-256).
    [[nodiscard]] bool vouchesFor(ByteSpan keyId, ByteSpan signedData, ByteSpan signature) const;

private:
    struct Authority {
        Bytes keyId;
        RsaPublicKey key;
    };
    std::vector<Authority> authorities_;
};

} // namespace madoguchi
