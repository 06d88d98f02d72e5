// SPDX-License-Identifier: Apache-2.0
// X.509 for practice cards in the manner of JPKI: RSA-2048, SHA-256, holders' names in the 署名用 certificate
// only. A null certificate says that OpenSSL refused; nothing of ours makes it do so.
#pragma once

#include "drivers/sim/card/CardKey.h"

#include <openssl/types.h>

#include <chrono>
#include <memory>
#include <optional>
#include <set>
#include <string>

namespace madoguchi::sim {

using CertificatePtr = std::shared_ptr<X509>;

enum class CertificateUse : std::uint8_t { UserAuthentication, DigitalSignature };

/// Self-signed authority, valid for ten years from the day before `now`.
[[nodiscard]] CertificatePtr issueAuthority(CertificateUse use, const CardKey& key,
                                            std::chrono::sys_seconds now);

struct HolderPlan {
    CertificateUse use{CertificateUse::UserAuthentication};
    std::uint64_t serial{1};
    std::string commonName;
    std::chrono::sys_seconds from{};
    std::chrono::sys_seconds until{};
    std::string name{}; ///< DigitalSignature only, as is the address
    std::string address{};
};

[[nodiscard]] CertificatePtr issueHolder(const HolderPlan& plan, const CardKey& key, const CardKey& issuerKey,
                                         X509& issuer);

/// Revocation list in PEM, valid for 30 days from `now`.
[[nodiscard]] std::string issueRevocations(const std::set<std::uint64_t>& serials, const CardKey& issuerKey,
                                           X509& issuer, std::chrono::sys_seconds now);

struct Revocations {
    std::chrono::sys_seconds nextUpdate{};
    std::set<std::uint64_t> serials;
};

/// What a list says; nothing when it is not one or not this authority's.
[[nodiscard]] std::optional<Revocations> readRevocations(const std::string& pem, const CardKey& issuerKey);

[[nodiscard]] CertificatePtr certificateFromPem(const std::string& pem);
[[nodiscard]] std::string toPem(X509& certificate);
[[nodiscard]] Bytes toDer(X509& certificate);
[[nodiscard]] std::chrono::sys_seconds lastSecond(X509& certificate);

} // namespace madoguchi::sim
