// SPDX-License-Identifier: Apache-2.0
// Who issues practice cards: made once in `<practice folder>/pki`, and kept, so that cards made today are
// still genuine tomorrow. Nothing here is trusted outside practice.
//
//   jpki-ca.pem jpki-ca.key        issuer of the 利用者証明用 certificates (X.509)
//   jpki-crl.pem                   its revocation list: the people marked revoked
//   jpki-sign-ca.pem .key          issuer of the 署名用 certificates
//   surface-ca.pem surface-ca.key  the authority over card issuers and terminals; the .pem is its public key
//   (PKIX) surface-issuer.key             the municipality that signs card faces; its CV certificate lies on
//   the cards terminal-cvc.bin               INVENTED: what the terminal presents to a card (5F4E, 5F37; see
//   CvCertificate.h) terminal-cvc.key               the key of that certificate
#pragma once

#include "drivers/sim/card/CardKey.h"
#include "drivers/sim/personas/Persona.h"
#include "foundation/base/Result.h"

#include <openssl/types.h>

#include <filesystem>
#include <memory>
#include <vector>

namespace madoguchi {

struct CardAuthority {
    sim::CardKey key;
    std::shared_ptr<X509> certificate;
};

struct CardAuthorities {
    CardAuthority user; ///< 利用者証明用
    CardAuthority sign; ///< 署名用
    sim::CardKey surface;
    sim::CardKey issuer;
};

/// The serial number of a person's certificates: ours in the high half, the person's number in the low 32
/// bits.
[[nodiscard]] constexpr std::uint64_t certificateSerial(std::uint32_t personNumber)
{
    return 0x4D41'444FULL << 32 | personNumber;
}

/// Opens the authorities in `pkiFolder`, making what is not there. The revocation list is renewed
/// when it comes near its end or does not name exactly those of `people` who are revoked. Two processes may
/// do this at once.
[[nodiscard]] Result<CardAuthorities> ensureCardAuthorities(const std::filesystem::path& pkiFolder,
                                                            const std::vector<Persona>& people,
                                                            std::chrono::sys_seconds now);

} // namespace madoguchi
