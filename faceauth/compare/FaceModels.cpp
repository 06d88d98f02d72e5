// SPDX-License-Identifier: Apache-2.0
#include "faceauth/compare/FaceModels.h"

#include "faceauth/networks/Files.h"
#include "faceauth/networks/ModelCatalogue.h"

#include <future>

namespace madoguchi {

namespace {

namespace fs = std::filesystem;

/// Where everything lies, before anything of it is parsed.
struct Found {
    fs::path folder;                   ///< landmarks and the mobile network
    std::optional<fs::path> published; ///< the residual network's folder
    std::optional<Bytes> brought;      ///< or the operator's own training of it
    bool mobile{false};

    [[nodiscard]] std::vector<std::string> hashes() const
    {
        std::vector<std::string> hashes;
        if (brought)
            hashes.push_back(sha256(*brought));
        if (published)
            hashes.emplace_back(kResidualModel.weights.sha256);
        if (mobile)
            hashes.emplace_back(kMobileModel.weights.sha256);
        return hashes;
    }
};

Result<Found> find(const FaceModelFiles& files)
{
    Found found;
    found.folder = files.landmarks.empty() ? files.descriptor : files.landmarks;
    std::error_code ignored;
    if (!fs::is_directory(files.descriptor, ignored)) {
        auto bytes = readModelFile(files.descriptor, kMostModelBytes);
        if (!bytes)
            return bytes.fault();
        found.brought = std::move(*bytes);
    } else if (!isAbsent(files.descriptor, kResidualModel)) {
        found.published = files.descriptor;
    }
    found.mobile = !isAbsent(found.folder, kMobileModel);
    if (found.hashes().empty())
        return Fault{.code = FaultCode::FaceModelMissing, .where = "faceauth/noNetwork"};
    return found;
}

/// A network of the operator's own may have been calibrated alone.
Result<ScoreRule> ruleFor(Found& found, const fs::path& calibration)
{
    auto rule = ScoreRule::load(calibration, found.hashes());
    if (rule || !found.brought || !found.mobile)
        return rule;
    found.mobile = false;
    return ScoreRule::load(calibration, found.hashes());
}

Result<std::unique_ptr<Embedder>> residual(const Found& found)
{
    auto network =
        found.brought ? FaceNetwork::fromDat(*found.brought) : loadPublishedNetwork(*found.published);
    if (!network)
        return network.fault();
    return std::unique_ptr<Embedder>{
        std::make_unique<ResidualEmbedder>(std::move(*network), found.hashes().front())};
}

Result<std::unique_ptr<Embedder>> mobile(const Found& found)
{
    auto network = loadPublishedMobileNetwork(found.folder);
    if (!network)
        return network.fault();
    return std::unique_ptr<Embedder>{
        std::make_unique<MobileEmbedder>(std::move(*network), std::string{kMobileModel.weights.sha256})};
}

Result<FaceReader> readerOf(const Found& found)
{
    auto landmarks = loadPublishedLandmarks(found.folder);
    if (!landmarks)
        return landmarks.fault();
    FaceReader reader{.finder = FaceFinder{std::move(*landmarks)}, .embedders = {}};
    if (found.brought || found.published) {
        auto first = residual(found);
        if (!first)
            return first.fault();
        reader.embedders.push_back(std::move(*first));
    }
    if (found.mobile) {
        auto second = mobile(found);
        if (!second)
            return second.fault();
        reader.embedders.push_back(std::move(*second));
    }
    return reader;
}

} // namespace

Result<FaceReader> FaceReader::load(const FaceModelFiles& files)
{
    const auto found = find(files);
    if (!found)
        return found.fault();
    return readerOf(*found);
}

std::vector<std::string> FaceReader::modelHashes() const
{
    std::vector<std::string> hashes;
    for (const auto& embedder : embedders)
        hashes.push_back(embedder->modelHash());
    return hashes;
}

FaceTemplate FaceReader::describe(const Image& picture, const Landmarks& points) const
{
    FaceTemplate face;
    for (const auto& embedder : embedders)
        face.push_back(embedder->embed(picture, points));
    return face;
}

FaceTemplate FaceReader::describeQuickly(const Image& picture, const Landmarks& points) const
{
    std::vector<std::future<Embedding>> others;
    for (auto embedder = embedders.begin() + 1; embedder < embedders.end(); ++embedder)
        others.push_back(
            std::async(std::launch::async, [&, &one = **embedder] { return one.embed(picture, points); }));
    FaceTemplate face{embedders.front()->embed(picture, points)};
    for (std::future<Embedding>& other : others)
        face.push_back(other.get());
    return face;
}

Result<FaceNetwork> loadPublishedNetwork(const fs::path& folder)
{
    const auto content = readPublished(folder, kResidualModel);
    if (!content)
        return content.fault();
    const auto tensors = readWeights(content->text(), content->weights);
    if (!tensors)
        return tensors.fault();
    return FaceNetwork::fromWeights(*tensors);
}

Result<MobileNetwork> loadPublishedMobileNetwork(const fs::path& folder)
{
    const auto content = readPublished(folder, kMobileModel);
    if (!content)
        return content.fault();
    return MobileNetwork::fromGraphModel(content->text(), content->weights);
}

Result<LandmarkNetwork> loadPublishedLandmarks(const fs::path& folder)
{
    const auto content = readPublished(folder, kLandmarkModel);
    if (!content)
        return content.fault();
    auto tensors = readWeights(content->text(), content->weights);
    if (!tensors)
        return tensors.fault();
    return LandmarkNetwork::fromWeights(std::move(*tensors));
}

Result<FaceModels> loadFaceModels(const FaceModelFiles& files)
{
    auto found = find(files);
    if (!found)
        return found.fault();
    // The rule comes before the networks: a file that no calibration names is not even parsed.
    auto rule = ruleFor(*found, files.calibration);
    if (!rule)
        return rule.fault();
    auto reader = readerOf(*found);
    if (!reader)
        return reader.fault();
    return FaceModels{std::move(*reader), std::move(*rule)};
}

} // namespace madoguchi
