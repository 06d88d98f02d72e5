// SPDX-License-Identifier: Apache-2.0
// What generator/ learns while building: one hidden layer of rectified sums, then one sum for each class.
#pragma once

#include "drivers/cardprint/GlyphPatch.h"
#include "drivers/cardprint/Glyphs.h"

namespace madoguchi::cardface {

inline constexpr std::size_t kHidden = 128;

/// Input by input, and at last the constant.
extern const std::array<std::array<float, kHidden>, kPatchValues + 1> kFirstLayer;
/// Hidden sum by hidden sum, and at last the constant.
extern const std::array<std::array<float, kGlyphClasses>, kHidden + 1> kSecondLayer;

} // namespace madoguchi::cardface
