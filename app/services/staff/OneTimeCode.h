// SPDX-License-Identifier: Apache-2.0
// The second factor: six digits of a phone's authenticator (TOTP, RFC 6238: HMAC-SHA-1, 30 seconds).
#pragma once

#include "foundation/base/Bytes.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace madoguchi {

inline constexpr std::size_t kOneTimeDigits = 6;
inline constexpr std::chrono::seconds kOneTimeStep{30};

/// The code of one step, `digits` long (6 to 8).
[[nodiscard]] std::string oneTimeCode(const Bytes& secret, std::uint64_t step,
                                      std::size_t digits = kOneTimeDigits);

/// The step `code` belongs to: this one, the one before or the one after, but none up to `used`, so that no
/// code opens twice. Compares in constant time.
[[nodiscard]] std::optional<std::uint64_t> stepOfCode(const Bytes& secret, std::string_view code,
                                                      std::chrono::sys_seconds now, std::uint64_t used);

/// RFC 4648, without padding, as authenticators want it.
[[nodiscard]] std::string base32(const Bytes& bytes);
/// Nothing when it is not base32.
[[nodiscard]] std::optional<Bytes> fromBase32(std::string_view text);

} // namespace madoguchi
