// SPDX-License-Identifier: Apache-2.0
// BER-TLV with the two-byte tags of the card's records (DF21, FF20, 7F21 ...) or one-byte tags.
#pragma once

#include "foundation/base/Bytes.h"

#include <cstdint>
#include <string_view>

namespace madoguchi::sim {

/// tag, length in its shortest form (up to 65535), value.
[[nodiscard]] Bytes tlv(std::uint16_t tag, const Bytes& value);
[[nodiscard]] Bytes tlv(std::uint16_t tag, std::string_view value);

[[nodiscard]] Bytes concat(std::initializer_list<Bytes> parts);

[[nodiscard]] Bytes bytesOf(std::string_view text);

} // namespace madoguchi::sim
