// SPDX-License-Identifier: Apache-2.0
#include "faceauth/compare/Embedder.h"

#include "faceauth/networks/FaceFinder.h"
#include "faceauth/networks/VectorMath.h"

#include <cmath>

namespace madoguchi {

ResidualEmbedder::ResidualEmbedder(FaceNetwork network, std::string modelHash)
    : network_{std::move(network)}, modelHash_{std::move(modelHash)}
{
}

Embedding ResidualEmbedder::embed(const Image& frame, const Landmarks& points)
{
    const Image chip = alignedChip(frame, points, FaceNetwork::kChipSize, FaceNetwork::kChipPadding);
    Embedding sum = network_.describe(chip);
    add(sum, network_.describe(mirrored(chip)));
    normalise(sum);
    return sum;
}

MobileEmbedder::MobileEmbedder(MobileNetwork network, std::string modelHash)
    : network_{std::move(network)}, modelHash_{std::move(modelHash)}
{
}

Embedding MobileEmbedder::embed(const Image& frame, const Landmarks& points)
{
    const Image chip = alignedChip(frame, points, MobileNetwork::kChipSize, MobileNetwork::kChipPadding);
    Embedding sum = unit(chip);
    add(sum, unit(mirrored(chip)));
    normalise(sum);
    for (float& value : sum)
        value = std::sqrt(value);
    normalise(sum);
    return sum;
}

Embedding MobileEmbedder::unit(const Image& chip)
{
    Embedding answer = network_.describe(chip);
    normalise(answer);
    return answer;
}

} // namespace madoguchi
