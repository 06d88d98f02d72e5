// SPDX-License-Identifier: Apache-2.0
#include "faceauth/compare/FaceModels.h"

#include "faceauth/networks/ModelCatalogue.h"

namespace madoguchi {

namespace {

template<typename Network>
Result<Network> published(const std::filesystem::path& folder, const PublishedModel& model)
{
    const auto content = readPublished(folder, model);
    if (!content)
        return content.fault();
    return Network::fromOnnx(content->weights);
}

} // namespace

Result<LandmarkNetwork> loadPublishedLandmarks(const std::filesystem::path& folder)
{
    const auto content = readPublished(folder, kLandmarkModel);
    if (!content)
        return content.fault();
    auto tensors = readWeights(content->text(), content->weights);
    if (!tensors)
        return tensors.fault();
    return LandmarkNetwork::fromWeights(std::move(*tensors));
}

Result<LivenessNetwork> loadPublishedLiveness(const std::filesystem::path& folder)
{
    return published<LivenessNetwork>(folder, kLivenessModel);
}

Result<FaceReader> FaceReader::load(const std::filesystem::path& folder)
{
    auto landmarks = loadPublishedLandmarks(folder);
    if (!landmarks)
        return landmarks.fault();
    auto network = published<FeatureNetwork>(folder, kFeatureModel);
    if (!network)
        return network.fault();
    return FaceReader{.finder = FaceFinder{std::move(*landmarks)}, .network = std::move(*network)};
}

Result<FaceModels> loadFaceModels(const FaceModelFiles& files)
{
    // The rule comes before the networks: a file that no calibration names is not even parsed.
    auto rule = ScoreRule::load(files.calibration, kFeatureModel.weights.sha256);
    if (!rule)
        return rule.fault();
    auto reader = FaceReader::load(files.folder);
    if (!reader)
        return reader.fault();
    auto liveness = loadPublishedLiveness(files.folder);
    if (!liveness)
        return liveness.fault();
    return FaceModels{std::move(*reader), std::move(*liveness), std::move(*rule)};
}

} // namespace madoguchi
