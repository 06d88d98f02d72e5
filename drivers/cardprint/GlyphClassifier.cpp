// SPDX-License-Identifier: Apache-2.0
#include "drivers/cardprint/GlyphClassifier.h"

#include "drivers/cardprint/GlyphWeights.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace madoguchi::cardface {

GlyphLikelihoods classify(const GlyphPatch& patch)
{
    auto hidden = kFirstLayer.back();
    for (std::size_t i = 0; i < patch.size(); ++i)
        if (patch[i] != 0)
            for (std::size_t h = 0; h < kHidden; ++h)
                hidden[h] += patch[i] * kFirstLayer[i][h];
    GlyphLikelihoods likely = kSecondLayer.back();
    for (std::size_t h = 0; h < kHidden; ++h)
        if (hidden[h] > 0)
            for (std::size_t c = 0; c < kGlyphClasses; ++c)
                likely[c] += hidden[h] * kSecondLayer[h][c];
    const float most = *std::ranges::max_element(likely);
    std::ranges::transform(likely, likely.begin(), [most](float sum) { return std::exp(sum - most); });
    const float total = std::accumulate(likely.begin(), likely.end(), 0.0F);
    std::ranges::transform(likely, likely.begin(), [total](float part) { return part / total; });
    return likely;
}

} // namespace madoguchi::cardface
