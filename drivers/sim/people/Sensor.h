// SPDX-License-Identifier: Apache-2.0
// What a cheap camera makes of light: exposure, a colour cast, softness, noise, eight bits.
#pragma once

#include "drivers/sim/people/View.h"
#include "foundation/picture/Frame.h"

#include <span>

namespace madoguchi {

/// `light` is width * height values of linear light, row by row from the top.
[[nodiscard]] Image expose(std::span<const Vec3> light, int width, int height, const struct Sensor& sensor);

} // namespace madoguchi
