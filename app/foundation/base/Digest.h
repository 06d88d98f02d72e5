// SPDX-License-Identifier: Apache-2.0
// SHA-256 and its keyed form, as lower-case hexadecimal digits.
#pragma once

#include "foundation/base/Bytes.h"

#include <span>
#include <string>
#include <string_view>

namespace madoguchi {

inline constexpr std::size_t kHashDigits = 64;

/// SHA-256 over the parts one after the other.
[[nodiscard]] std::string sha256(std::string_view first, std::string_view second);

/// HMAC-SHA-256.
[[nodiscard]] std::string keyedHash(const Bytes& key, std::string_view text);

[[nodiscard]] std::string hexadecimal(std::span<const unsigned char> bytes);
[[nodiscard]] bool isHexadecimal(std::string_view text);

} // namespace madoguchi
