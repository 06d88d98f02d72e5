// SPDX-License-Identifier: Apache-2.0
// Whence a 照合番号B came, without the number.
#pragma once

#include <cstdint>

namespace madoguchi {

/// Who found the number: a camera over the card by itself, or staff who can look at the card again.
enum class NumberSource : std::uint8_t { Camera, Staff };

} // namespace madoguchi
