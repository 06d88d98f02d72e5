// SPDX-License-Identifier: Apache-2.0
// The card-verifiable certificates of the card's face applications: 7F21 { 5F4E body, 5F37 signature }, 568
// bytes. The body is 16 bytes naming the issuer's key, 16 naming the subject's, and the subject's key (90
// exponent, 91 modulus): 297 bytes, over whose value the signature (PKCS#1 v1.5, SHA-256, 256 bytes) runs.
#pragma once

#include "drivers/sim/card/CardKey.h"

#include <array>
#include <optional>

namespace madoguchi::sim {

/// Names a key: seven digits, 08 05, three digits, four zeros. Real ones begin with 5, J-LIS's tests with 6;
/// ours begin with 9, so that nobody takes one for the other.
using KeyId = std::array<std::uint8_t, 16>;

inline constexpr KeyId kAuthorityKeyId{'9', '0', '0', '0', '0', '2', '3', 0x08, 0x05, '0', '0', '1'};
inline constexpr KeyId kIssuerKeyId{'9', '9', '9', '9', '9', '0', '1', 0x08, 0x05, '0', '0', '1'};
inline constexpr KeyId kTerminalKeyId{'9', '8', '0', '0', '0', '0', '1', 0x08, 0x05, '0', '0', '1'};

/// {90 exponent, 91 modulus}: 265 bytes.
[[nodiscard]] Bytes publicKeyObject(const CardKey& key);

/// Body and signature one after the other (5F4E and 5F37), as a terminal presents it.
[[nodiscard]] Bytes cvBodyAndSignature(const KeyId& subject, const CardKey& subjectKey,
                                       const CardKey& authority);

/// The same in its 7F21, as it lies in a file of the card.
[[nodiscard]] Bytes cvCertificate(const KeyId& subject, const CardKey& subjectKey, const CardKey& authority);

struct ParsedCvCertificate {
    KeyId subject{};
    Bytes modulus;
    Bytes body; ///< the signed 297 bytes
    Bytes signature;
};

/// Takes apart what cvBodyAndSignature() wrote; nothing when it is anything else.
[[nodiscard]] std::optional<ParsedCvCertificate> parseCvCertificate(const Bytes& bodyAndSignature);

[[nodiscard]] bool signedBy(const ParsedCvCertificate& certificate, const CardKey& authority);

} // namespace madoguchi::sim
