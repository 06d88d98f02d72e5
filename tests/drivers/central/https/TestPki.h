// SPDX-License-Identifier: Apache-2.0
// Two levels of authority, a client certificate, and servers' certificates as good or as bad as a test wants
// them.
#pragma once

#include "drivers/central/https/CentralConnection.h"
#include "practice/pki/CertificateMaker.h"
#include "tests/practice/central/CentralWorld.h"

#include <openssl/ssl.h>

namespace madoguchi::test {

using TlsHandle = std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)>;

class TestPki {
public:
    TestPki();

    /// A plan that a strict client accepts for localhost and 127.0.0.1.
    [[nodiscard]] CertificatePlan goodServer() const;
    [[nodiscard]] CertificatePlan goodAuthority(std::string name, std::uint64_t serial) const;

    [[nodiscard]] Identity issue(const CertificatePlan& plan, KeyKind kind, const Identity& issuer) const;
    [[nodiscard]] Identity selfSigned(const CertificatePlan& plan, KeyKind kind) const;
    [[nodiscard]] std::string list(const Identity& issuer, const CrlPlan& plan) const;
    [[nodiscard]] CrlPlan goodList() const;

    /// A server's context: any version, any suite, security level 0, so that it can be bad in every way.
    [[nodiscard]] TlsHandle context(const Identity& leaf, const std::vector<const Identity*>& chain) const;

    /// Where a client finds this infrastructure, with short times. The revocation file is a fresh one if
    /// `lists` is given.
    [[nodiscard]] CentralConnection connection(std::uint16_t port, const std::string& lists = {}) const;

    Folder folder{"test-pki"};
    std::chrono::sys_seconds now;
    Identity root;
    Identity intermediate;
    Identity server; ///< good
};

} // namespace madoguchi::test
