// SPDX-License-Identifier: Apache-2.0
#include "faceauth/Embedder.h"

#include "faceauth/FaceFinder.h"
#include "faceauth/VectorMath.h"

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

} // namespace madoguchi
