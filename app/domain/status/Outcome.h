// SPDX-License-Identifier: Apache-2.0
// How a visit ends.
#pragma once

#include <cstdint>

namespace madoguchi {

/// How the visit ended for the patient. Staff see more, on their own screen.
enum class Outcome : std::uint8_t {
    None,
    Received,    ///< 受付できました
    SeeReception ///< 受付でご案内します: same friendly look, details only to staff
};

} // namespace madoguchi
