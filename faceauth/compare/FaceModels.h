// SPDX-License-Identifier: Apache-2.0
// Everything the comparison needs that was learnt beforehand, loaded and checked once per process.
#pragma once

#include "faceauth/compare/Embedder.h"
#include "faceauth/networks/FaceFinder.h"
#include "faceauth/compare/ScoreRule.h"

#include <filesystem>
#include <memory>
#include <vector>

namespace madoguchi {

struct FaceModelFiles {
    /// A folder filled by packaging/fetch-models, or a .dat: another training of the residual network.
    std::filesystem::path descriptor;
    /// Such a folder, for landmarks and the mobile network; empty = `descriptor`.
    std::filesystem::path landmarks;
    /// calibration.json; the files it names lie beside it. Empty for FaceReader::load.
    std::filesystem::path calibration;
};

/// From pictures to numbers. One thread at a time.
struct FaceReader {
    FaceFinder finder;
    std::vector<std::unique_ptr<Embedder>> embedders;

    /// Landmarks and networks without a rule, whichever weights `descriptor` holds. The residual network
    /// comes first, then the mobile one. FaceModelMissing when files are not what the catalogue says.
    static Result<FaceReader> load(const FaceModelFiles& files);

    [[nodiscard]] std::vector<std::string> modelHashes() const;

    /// By one network after the other, on this thread.
    [[nodiscard]] FaceTemplate describe(const Image& picture, const Landmarks& points) const;

    /// By all networks at once, each on a thread of its own: 36 ms on two cores.
    [[nodiscard]] FaceTemplate describeQuickly(const Image& picture, const Landmarks& points) const;
};

struct FaceModels : FaceReader {
    ScoreRule rule;
};

/// Half a second. With one of the two networks absent the other one serves, by its own calibration.
/// FaceModelMissing when both or the landmarks are not there, when a file is not what the catalogue says, or
/// when no calibration belongs to these weights: they are then not even parsed.
[[nodiscard]] Result<FaceModels> loadFaceModels(const FaceModelFiles& files);

/// The published networks alone: hashes are checked, then they are converted (0.2 s and 0.1 s).
[[nodiscard]] Result<FaceNetwork> loadPublishedNetwork(const std::filesystem::path& folder);
[[nodiscard]] Result<MobileNetwork> loadPublishedMobileNetwork(const std::filesystem::path& folder);
[[nodiscard]] Result<LandmarkNetwork> loadPublishedLandmarks(const std::filesystem::path& folder);

} // namespace madoguchi
