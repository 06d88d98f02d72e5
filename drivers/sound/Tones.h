// SPDX-License-Identifier: Apache-2.0
// The two sounds of a desk, made by arithmetic: a call rises, a card left behind falls, so that nobody has to
// remember which is which.
#pragma once

#include <cstdint>
#include <vector>

namespace madoguchi {

enum class Tone : std::uint8_t { Help, CardLeft };

inline constexpr unsigned kToneRate = 48000; ///< samples a second, one channel

/// Signed 16-bit samples, less than a second of them, beginning and ending in silence.
[[nodiscard]] std::vector<std::int16_t> samplesOf(Tone tone);

} // namespace madoguchi
