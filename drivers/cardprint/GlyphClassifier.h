// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "drivers/cardprint/GlyphPatch.h"
#include "drivers/cardprint/Glyphs.h"

namespace madoguchi::cardface {

/// How likely each class is; the sum is 1.
using GlyphLikelihoods = std::array<float, kGlyphClasses>;

[[nodiscard]] GlyphLikelihoods classify(const GlyphPatch& patch);

} // namespace madoguchi::cardface
