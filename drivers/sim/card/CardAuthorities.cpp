// SPDX-License-Identifier: Apache-2.0
#include "drivers/sim/card/CardAuthorities.h"

#include "drivers/sim/card/CardCertificate.h"
#include "drivers/sim/card/CvCertificateMaker.h"
#include "drivers/sim/card/PracticeFiles.h"

#include <openssl/x509.h>

namespace madoguchi {

namespace {

namespace fs = std::filesystem;
using std::chrono::sys_seconds;

constexpr std::chrono::days kRenewBefore{10};

Fault broken(std::string_view where)
{
    return {FaultCode::Internal, FaultSpace::None, 0, where};
}

Result<sim::CertificatePtr> ensureCertificate(const fs::path& path, sim::CertificateUse use,
                                              const sim::CardKey& key, sys_seconds now)
{
    if (const auto pem = sim::readSmallFile(path))
        if (auto kept = sim::certificateFromPem(*pem); kept && sim::lastSecond(*kept) > now + kRenewBefore &&
                                                       X509_check_private_key(kept.get(), key.handle()))
            return kept;
    auto certificate = sim::issueAuthority(use, key, now);
    if (!certificate)
        return broken("sim/issueAuthority");
    if (auto stored = sim::replaceFile(path, sim::toPem(*certificate)); !stored)
        return stored.fault();
    return certificate;
}

Result<CardAuthority> ensureAuthority(const fs::path& folder, const std::string& name,
                                      sim::CertificateUse use, sys_seconds now)
{
    auto key = sim::ensureKey(folder / (name + ".key"));
    if (!key)
        return key.fault();
    auto certificate = ensureCertificate(folder / (name + ".pem"), use, *key, now);
    if (!certificate)
        return certificate.fault();
    return CardAuthority{std::move(*key), std::move(*certificate)};
}

Result<void> ensureRevocations(const fs::path& path, const CardAuthority& authority,
                               const std::vector<Persona>& people, sys_seconds now)
{
    std::set<std::uint64_t> revoked;
    for (const auto& person : people)
        if (person.revoked)
            revoked.insert(certificateSerial(person.number));
    if (const auto kept = sim::readSmallFile(path))
        if (const auto list = sim::readRevocations(*kept, authority.key);
            list && list->nextUpdate > now + kRenewBefore && list->serials == revoked)
            return {};
    return sim::replaceFile(path, sim::issueRevocations(revoked, authority.key, *authority.certificate, now));
}

Result<void> ensureContent(const fs::path& path, const std::string& content)
{
    if (sim::readSmallFile(path) == content)
        return {};
    return sim::replaceFile(path, content);
}

Result<void> ensureTerminal(const fs::path& folder, const sim::CardKey& authority)
{
    const auto key = sim::ensureKey(folder / "terminal-cvc.key");
    if (!key)
        return key.fault();
    const Bytes certificate = sim::cvBodyAndSignature(sim::kTerminalKeyId, *key, authority);
    return ensureContent(folder / "terminal-cvc.bin", {certificate.begin(), certificate.end()});
}

} // namespace

Result<CardAuthorities> ensureCardAuthorities(const fs::path& pkiFolder, const std::vector<Persona>& people,
                                              sys_seconds now)
{
    const auto lock = sim::lockFolder(pkiFolder);
    if (!lock)
        return lock.fault();
    auto user = ensureAuthority(pkiFolder, "jpki-ca", sim::CertificateUse::UserAuthentication, now);
    if (!user)
        return user.fault();
    auto sign = ensureAuthority(pkiFolder, "jpki-sign-ca", sim::CertificateUse::DigitalSignature, now);
    if (!sign)
        return sign.fault();
    auto surface = sim::ensureKey(pkiFolder / "surface-ca.key");
    if (!surface)
        return surface.fault();
    auto issuer = sim::ensureKey(pkiFolder / "surface-issuer.key");
    if (!issuer)
        return issuer.fault();
    for (auto step : {ensureRevocations(pkiFolder / "jpki-crl.pem", *user, people, now),
                      ensureContent(pkiFolder / "surface-ca.pem", surface->publicPem()),
                      ensureTerminal(pkiFolder, *surface)})
        if (!step)
            return step.fault();
    return CardAuthorities{std::move(*user), std::move(*sign), std::move(*surface), std::move(*issuer)};
}

} // namespace madoguchi
