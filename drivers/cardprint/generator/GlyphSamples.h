// SPDX-License-Identifier: Apache-2.0
// Characters as a camera over a card would show them, drawn from fonts and spoilt by chance.
#pragma once

#include "drivers/cardprint/GlyphPatch.h"

#include <filesystem>
#include <vector>

namespace madoguchi::cardface {

struct GlyphSample {
    GlyphPatch patch;
    std::size_t glyph; ///< index in kGlyphs, or kNoGlyph
};

/// In no particular order, always the same ones. Throws std::exception when a font cannot be read.
[[nodiscard]] std::vector<GlyphSample> drawSamples(const std::vector<std::filesystem::path>& fonts);

} // namespace madoguchi::cardface
