// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "drivers/cardprint/GlyphWeights.h"
#include "drivers/cardprint/generator/GlyphSamples.h"

#include <span>

namespace madoguchi::cardface {

/// The weights of GlyphWeights.h.
struct Network {
    std::vector<std::array<float, kHidden>> first;
    std::vector<std::array<float, kGlyphClasses>> second;
};

/// Gradient descent over the samples; the same samples give the same network on one machine.
[[nodiscard]] Network train(std::span<const GlyphSample> samples);

/// The share of `samples` that the network takes for what they are.
[[nodiscard]] double accuracy(const Network& network, std::span<const GlyphSample> samples);

} // namespace madoguchi::cardface
