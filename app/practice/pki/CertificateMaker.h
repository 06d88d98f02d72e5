// SPDX-License-Identifier: Apache-2.0
// Issues X.509 certificates and revocation lists (RFC 5280) for practice and for tests: authorities, servers,
// clients, cards, and deliberately bad ones. OpenSSL's objects are owned by the handles below.
#pragma once

#include "foundation/base/Bytes.h"
#include "foundation/base/Result.h"

#include <openssl/evp.h>
#include <openssl/x509.h>

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace madoguchi {

struct OpenSslDelete {
    void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
    void operator()(X509* certificate) const { X509_free(certificate); }
    void operator()(X509_CRL* list) const { X509_CRL_free(list); }
};
using KeyHandle = std::unique_ptr<EVP_PKEY, OpenSslDelete>;
using CertificateHandle = std::unique_ptr<X509, OpenSslDelete>;
using CrlHandle = std::unique_ptr<X509_CRL, OpenSslDelete>;

enum class KeyKind : std::uint8_t { Rsa1024, Rsa2048, Rsa3072, EcP256, EcP384 };

[[nodiscard]] Result<KeyHandle> makeKey(KeyKind kind);

/// Everything a certificate says. The defaults are a certificate that a strict verifier accepts.
struct CertificatePlan {
    /// Subject in order, short names of OpenSSL: {{"O", "Practice"}, {"CN", "localhost"}}.
    std::vector<std::pair<std::string, std::string>> subject{};
    std::uint64_t serial{1};
    std::chrono::sys_seconds notBefore{};
    std::chrono::sys_seconds notAfter{};
    std::string digest{"SHA256"};
    bool authority{false};          ///< CA:TRUE and keyCertSign, cRLSign; otherwise digitalSignature
    std::string alternativeNames{}; ///< OpenSSL syntax, "DNS:localhost,IP:127.0.0.1"; empty = none
    std::string extendedKeyUsage{}; ///< OpenSSL syntax, "serverAuth"; empty = none
};

/// A certificate together with its key.
struct Identity {
    CertificateHandle certificate;
    KeyHandle key;
};

/// Signs `plan` for the holder of `subjectKey`. `issuer` null = self-signed with `subjectKey`.
[[nodiscard]] Result<CertificateHandle> issueCertificate(const CertificatePlan& plan, EVP_PKEY& subjectKey,
                                                         const Identity* issuer);

/// A fresh key and its certificate.
[[nodiscard]] Result<Identity> makeIdentity(const CertificatePlan& plan, KeyKind kind,
                                            const Identity* issuer);

/// What a revocation list says.
struct CrlPlan {
    std::vector<std::uint64_t> revokedSerials{};
    std::chrono::sys_seconds lastUpdate{};
    std::chrono::sys_seconds nextUpdate{};
    std::uint64_t number{1};
    std::string digest{"SHA256"};
};

[[nodiscard]] Result<CrlHandle> issueCrl(const CrlPlan& plan, const Identity& issuer);

[[nodiscard]] std::string toPem(const X509& certificate);
[[nodiscard]] std::string toPem(const X509_CRL& list);
[[nodiscard]] std::string privateKeyPem(const EVP_PKEY& key); ///< PKCS#8, not encrypted
[[nodiscard]] Bytes toDer(const X509& certificate);

} // namespace madoguchi
