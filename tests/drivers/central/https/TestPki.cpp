// SPDX-License-Identifier: Apache-2.0
#include "TestPki.h"

#include "drivers/central/https/Environment.h"

#include <cstdlib>
#include <filesystem>
#include <iostream>

namespace madoguchi::test {
namespace {

using namespace std::chrono_literals;

template<typename T>
T must(Result<T> result)
{
    if (!result) {
        std::cerr << "no test certificates\n";
        std::abort();
    }
    return std::move(*result);
}

} // namespace

TestPki::TestPki()
    : now{std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now())},
      root{selfSigned(goodAuthority("Test Root", 1), KeyKind::EcP256)},
      intermediate{issue(goodAuthority("Test Issuer", 2), KeyKind::EcP256, root)},
      server{issue(goodServer(), KeyKind::EcP256, intermediate)}
{
    hardenEnvironment();
    CertificatePlan client{.subject = {{"OU", "reception"}, {"CN", "test terminal"}},
                           .serial = 20,
                           .notBefore = now - 24h,
                           .notAfter = now + 24h,
                           .extendedKeyUsage = "clientAuth"};
    const Identity terminal = issue(client, KeyKind::EcP256, intermediate);
    writeFile(folder.path / "ca.pem", toPem(*root.certificate));
    writeFile(folder.path / "crl.pem", list(root, goodList()) + list(intermediate, goodList()));
    writeFile(folder.path / "terminal.pem", toPem(*terminal.certificate) + toPem(*intermediate.certificate));
    writeFile(folder.path / "terminal.key", privateKeyPem(*terminal.key));
    std::filesystem::permissions(folder.path / "terminal.key",
                                 std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
}

CertificatePlan TestPki::goodServer() const
{
    return {.subject = {{"CN", "localhost"}},
            .serial = 10,
            .notBefore = now - 24h,
            .notAfter = now + 24h,
            .alternativeNames = "DNS:localhost,IP:127.0.0.1",
            .extendedKeyUsage = "serverAuth"};
}

CertificatePlan TestPki::goodAuthority(std::string name, std::uint64_t serial) const
{
    return {.subject = {{"O", "Test"}, {"CN", std::move(name)}},
            .serial = serial,
            .notBefore = now - 24h,
            .notAfter = now + 24h,
            .authority = true};
}

Identity TestPki::issue(const CertificatePlan& plan, KeyKind kind, const Identity& issuer) const
{
    return must(makeIdentity(plan, kind, &issuer));
}

Identity TestPki::selfSigned(const CertificatePlan& plan, KeyKind kind) const
{
    return must(makeIdentity(plan, kind, nullptr));
}

std::string TestPki::list(const Identity& issuer, const CrlPlan& plan) const
{
    return toPem(*must(issueCrl(plan, issuer)));
}

CrlPlan TestPki::goodList() const
{
    return {.lastUpdate = now - 1h, .nextUpdate = now + 24h};
}

TlsHandle TestPki::context(const Identity& leaf, const std::vector<const Identity*>& chain) const
{
    TlsHandle tls{SSL_CTX_new(TLS_server_method()), &SSL_CTX_free};
    SSL_CTX_set_security_level(tls.get(), 0);
    SSL_CTX_set_min_proto_version(tls.get(), TLS1_VERSION);
    SSL_CTX_set_cipher_list(tls.get(), "ALL:eNULL");
    SSL_CTX_use_certificate(tls.get(), leaf.certificate.get());
    SSL_CTX_use_PrivateKey(tls.get(), leaf.key.get());
    for (const Identity* link : chain)
        SSL_CTX_add1_chain_cert(tls.get(), link->certificate.get());
    return tls;
}

CentralConnection TestPki::connection(std::uint16_t port, const std::string& lists) const
{
    CentralConnection result{.institutionCode = "1319999999",
                             .address = "https://localhost:" + std::to_string(port),
                             .authorities = folder.path / "ca.pem",
                             .revocations = folder.path / "crl.pem",
                             .certificate = folder.path / "terminal.pem",
                             .key = folder.path / "terminal.key",
                             .times = {.connect = 5s, .total = 10s, .stalled = 1s, .pause = 1ms}};
    if (!lists.empty()) {
        result.revocations = folder.path / "other-crl.pem";
        writeFile(result.revocations, lists);
    }
    return result;
}

} // namespace madoguchi::test
