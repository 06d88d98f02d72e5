// SPDX-License-Identifier: Apache-2.0
#include "drivers/sim/card/PersonaKeys.h"

#include "drivers/sim/card/CardRecords.h"
#include "drivers/sim/card/PracticeFiles.h"
#include "foundation/base/CivilDate.h"

#include <openssl/x509.h>

namespace madoguchi::sim {

namespace {

namespace fs = std::filesystem;
using std::chrono::sys_seconds;

constexpr std::chrono::days kLife{5 * 365};

std::string commonName(const Persona& persona)
{
    auto number = std::to_string(persona.number);
    number.insert(0, 8 - std::min<std::size_t>(8, number.size()), '0');
    return "PRACTICE" + number + std::string{kMunicipality} + "A";
}

HolderPlan plan(const Persona& persona, CertificateUse use, sys_seconds until)
{
    HolderPlan plan{use, certificateSerial(persona.number), commonName(persona), until - kLife, until};
    if (use == CertificateUse::DigitalSignature) {
        plan.name = persona.name;
        plan.address = persona.address;
    }
    return plan;
}

bool stillRight(X509& certificate, const CardKey& key, X509& issuer, sys_seconds until)
{
    return lastSecond(certificate) == until && X509_check_private_key(&certificate, key.handle()) == 1 &&
           X509_verify(&certificate, X509_get0_pubkey(&issuer)) == 1;
}

Result<CertificatePtr> ensureCertificate(const fs::path& path, const HolderPlan& plan, const CardKey& key,
                                         const CardAuthority& authority)
{
    if (const auto pem = readSmallFile(path))
        if (auto kept = certificateFromPem(*pem);
            kept && stillRight(*kept, key, *authority.certificate, plan.until))
            return kept;
    auto certificate = issueHolder(plan, key, authority.key, *authority.certificate);
    if (!certificate)
        return Fault{FaultCode::Internal, FaultSpace::None, 0, "sim/issueHolder"};
    if (auto stored = replaceFile(path, toPem(*certificate)); !stored)
        return stored.fault();
    return certificate;
}

} // namespace

sys_seconds lastSecondOfDay(sys_seconds now, int days)
{
    return beginOf(plusDays(civilDay(now), days + 1)) - std::chrono::seconds{1};
}

Result<PersonaKeys> ensurePersonaKeys(const fs::path& folder, const Persona& persona,
                                      const CardAuthorities& authorities, sys_seconds now)
{
    const auto lock = lockFolder(folder);
    if (!lock)
        return lock.fault();
    std::vector<CardKey> keys;
    for (const char* name : {"user.key", "sign.key", "surface.key", "text.key"}) {
        auto key = ensureKey(folder / name);
        if (!key)
            return key.fault();
        keys.push_back(std::move(*key));
    }
    const auto until = lastSecondOfDay(now, persona.certificateDays);
    auto user =
        ensureCertificate(folder / "user.pem", plan(persona, CertificateUse::UserAuthentication, until),
                          keys[0], authorities.user);
    if (!user)
        return user.fault();
    auto sign = ensureCertificate(folder / "sign.pem", plan(persona, CertificateUse::DigitalSignature, until),
                                  keys[1], authorities.sign);
    if (!sign)
        return sign.fault();
    return PersonaKeys{keys[0], keys[1], keys[2], keys[3], std::move(*user), std::move(*sign)};
}

CertificatePtr issueUserCertificate(const Persona& persona, const CardKey& key,
                                    const CardAuthority& authority, sys_seconds until)
{
    return issueHolder(plan(persona, CertificateUse::UserAuthentication, until), key, authority.key,
                       *authority.certificate);
}

} // namespace madoguchi::sim
