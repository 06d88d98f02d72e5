// SPDX-License-Identifier: Apache-2.0
// Irregularity that is the same every time: hair, skin, the sensor's grain.
#pragma once

#include "drivers/sim/people/Vector.h"

#include <cstdint>

namespace madoguchi {

/// A number that looks like chance and depends on `x` alone.
[[nodiscard]] std::uint32_t hashed(std::uint32_t x);

/// Smooth noise from 0 to 1, one feature per unit of length.
[[nodiscard]] float noise(Vec3 p);

} // namespace madoguchi
