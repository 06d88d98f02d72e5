// SPDX-License-Identifier: Apache-2.0
// Everything the comparison needs that was learnt beforehand, loaded and checked once per process.
#pragma once

#include "faceauth/Embedder.h"
#include "faceauth/FaceFinder.h"
#include "faceauth/ScoreRule.h"

#include <filesystem>
#include <memory>
#include <vector>

namespace madoguchi {

struct FaceModelFiles {
    std::filesystem::path
        descriptor; ///< a folder filled by packaging/fetch-models, or a .dat of the same network
    std::filesystem::path landmarks;   ///< 68 points, dlib's own format
    std::filesystem::path calibration; ///< calibration.json; the files it names lie beside it
};

struct FaceModels {
    FaceFinder finder;
    std::vector<std::unique_ptr<Embedder>> embedders;
    ScoreRule rule;

    [[nodiscard]] FaceTemplate describe(const Image& frame, const Landmarks& points) const;
};

/// Half a second. FaceModelMissing when a file is not there, is not what its hash says, or has no
/// calibration.
[[nodiscard]] Result<FaceModels> loadFaceModels(const FaceModelFiles& files);

/// The published weights' network alone: hashes are checked, then they are converted (0.2 s).
[[nodiscard]] Result<FaceNetwork> loadPublishedNetwork(const std::filesystem::path& folder);

} // namespace madoguchi
