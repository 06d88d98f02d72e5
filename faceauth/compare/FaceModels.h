// SPDX-License-Identifier: Apache-2.0
// Everything the comparison needs that was learnt beforehand, loaded and checked once per process.
#pragma once

#include "faceauth/compare/ScoreRule.h"
#include "faceauth/networks/FaceFinder.h"
#include "faceauth/networks/FeatureNetwork.h"
#include "faceauth/networks/LivenessNetwork.h"

#include <filesystem>

namespace madoguchi {

struct FaceModelFiles {
    std::filesystem::path folder;      ///< filled by packaging/fetch-models
    std::filesystem::path calibration; ///< calibration.json; empty for FaceReader::load
};

/// From pictures to numbers. One thread at a time.
struct FaceReader {
    FaceFinder finder;
    FeatureNetwork network;

    /// Landmarks and face network without a rule. FaceModelMissing when files are not what the catalogue
    /// says.
    static Result<FaceReader> load(const std::filesystem::path& folder);
};

struct FaceModels : FaceReader {
    LivenessNetwork liveness;
    ScoreRule rule;
};

/// A fifth of a second. FaceModelMissing when a model is not there, is not what the catalogue says or does
/// not answer as it should, or when no calibration belongs to these weights: they are then not even parsed. A
/// terminal without models goes on with PIN and staff's eye; a weaker network never takes the place of a
/// missing one.
[[nodiscard]] Result<FaceModels> loadFaceModels(const FaceModelFiles& files);

[[nodiscard]] Result<LandmarkNetwork> loadPublishedLandmarks(const std::filesystem::path& folder);
[[nodiscard]] Result<LivenessNetwork> loadPublishedLiveness(const std::filesystem::path& folder);

} // namespace madoguchi
