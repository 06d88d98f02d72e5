// SPDX-License-Identifier: Apache-2.0
// The part of a practice card that cannot be made anew each time: its keys, and the certificates over them.
#pragma once

#include "drivers/sim/card/CardAuthorities.h"
#include "drivers/sim/card/CardCertificate.h"
#include "drivers/sim/personas/Persona.h"
#include "foundation/base/Result.h"

#include <chrono>
#include <filesystem>

namespace madoguchi::sim {

struct PersonaKeys {
    CardKey user;    ///< 利用者証明用
    CardKey sign;    ///< 署名用
    CardKey surface; ///< the card's own, named by its face
    CardKey text;    ///< the card's own, in the text application
    CertificatePtr userCertificate;
    CertificatePtr signCertificate;
};

/// The last second of the day that lies `days` after `now`'s, in Japan's time.
[[nodiscard]] std::chrono::sys_seconds lastSecondOfDay(std::chrono::sys_seconds now, int days);

/// Loads or makes them in `folder`.
[[nodiscard]] Result<PersonaKeys> ensurePersonaKeys(const std::filesystem::path& folder,
                                                    const Persona& persona,
                                                    const CardAuthorities& authorities,
                                                    std::chrono::sys_seconds now);

/// A 利用者証明用 certificate that ends at `until`; stored nowhere.
[[nodiscard]] CertificatePtr issueUserCertificate(const Persona& persona, const CardKey& key,
                                                  const CardAuthority& authority,
                                                  std::chrono::sys_seconds until);

} // namespace madoguchi::sim
