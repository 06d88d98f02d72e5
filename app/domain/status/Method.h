// SPDX-License-Identifier: Apache-2.0
// How a person proves to be the holder of the card.
#pragma once

#include <cstdint>

namespace madoguchi {

/// How the person was shown to be the card's holder.
enum class Method : std::uint8_t { Face, Pin, StaffEye };

} // namespace madoguchi
