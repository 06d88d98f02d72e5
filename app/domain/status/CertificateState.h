// SPDX-License-Identifier: Apache-2.0
// How long the card's certificate still serves.
#pragma once

#include <cstdint>

namespace madoguchi {

/// State of the 利用者証明用 certificate on the day of the visit (domain rules: the last day counts as valid,
/// the grace period ends on the same day three months later).
enum class CertificateState : std::uint8_t {
    Valid,
    EndsSoon, ///< three months or less are left
    InGrace,  ///< expired three months ago at most: qualification yes, medical information no
    Expired,  ///< for longer
};

} // namespace madoguchi
