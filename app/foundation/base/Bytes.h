// SPDX-License-Identifier: Apache-2.0
// Octets as they travel between modules.
#pragma once

#include <cstdint>
#include <vector>

namespace madoguchi {

using Bytes = std::vector<std::uint8_t>;

} // namespace madoguchi
