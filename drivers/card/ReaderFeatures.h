// SPDX-License-Identifier: Apache-2.0
// Reads what a reader says about itself in the tables of PC/SC part 10: which features it has, and its TLV
// properties. Both come from a driver, so both are checked like anything from outside.
#pragma once

#include "drivers/card/Apdu.h"

#include <cstdint>
#include <optional>

namespace madoguchi {

/// Control code of FEATURE_GET_TLV_PROPERTIES in the answer to CM_IOCTL_GET_FEATURE_REQUEST (tag, length 4,
/// big-endian code, repeated).
[[nodiscard]] std::optional<std::uint32_t> tlvPropertiesCode(ByteSpan features);

/// dwMaxAPDUDataSize in the TLV properties (tag, length, little-endian value, repeated): 0 = short APDUs
/// only, 256 to 65 536 = that many data bytes in one APDU. Values between are reserved and count as absent.
[[nodiscard]] std::optional<std::uint32_t> maxApduDataSize(ByteSpan properties);

} // namespace madoguchi
