// SPDX-License-Identifier: Apache-2.0
#include "faceauth/FaceModels.h"

#include "faceauth/Files.h"

namespace madoguchi {

namespace {

constexpr std::size_t kMostModelBytes = 64 << 20;

// @vladmandic/face-api 1.7.15
constexpr std::string_view kManifestName = "face_recognition_model-weights_manifest.json";
constexpr std::string_view kManifestHash = "cbaffa501b0b9275a12b63357a6843e7e30c054e1c9151e1a5f879b26e32986b";
constexpr std::string_view kWeightsName = "face_recognition_model.bin";
constexpr std::string_view kWeightsHash = "b413e420d6840b2775fba32008db6f3cddb07d485967fb42cfcf379c16a8c589";

Result<Bytes> readGenuine(const std::filesystem::path& file, std::string_view hash)
{
    auto bytes = readModelFile(file, kMostModelBytes);
    if (bytes && sha256(*bytes) != hash)
        return Fault{.code = FaultCode::FaceModelMissing, .where = "faceauth/weightsHash"};
    return bytes;
}

FaceModels assembled(FaceFinder finder, FaceNetwork network, std::string hash, ScoreRule rule)
{
    FaceModels models{.finder = std::move(finder), .embedders = {}, .rule = std::move(rule)};
    models.embedders.push_back(std::make_unique<ResidualEmbedder>(std::move(network), std::move(hash)));
    return models;
}

} // namespace

FaceTemplate FaceModels::describe(const Image& frame, const Landmarks& points) const
{
    FaceTemplate face;
    for (const auto& embedder : embedders)
        face.push_back(embedder->embed(frame, points));
    return face;
}

Result<FaceNetwork> loadPublishedNetwork(const std::filesystem::path& folder)
{
    const auto manifest = readGenuine(folder / kManifestName, kManifestHash);
    if (!manifest)
        return manifest.fault();
    const auto data = readGenuine(folder / kWeightsName, kWeightsHash);
    if (!data)
        return data.fault();
    const auto tensors =
        readWeights({reinterpret_cast<const char*>(manifest->data()), manifest->size()}, *data);
    if (!tensors)
        return tensors.fault();
    return FaceNetwork::fromWeights(*tensors);
}

Result<FaceModels> loadFaceModels(const FaceModelFiles& files)
{
    auto finder = FaceFinder::load(files.landmarks);
    if (!finder)
        return finder.fault();
    Bytes dat;
    std::string hash{kWeightsHash};
    std::error_code ignored;
    if (!std::filesystem::is_directory(files.descriptor, ignored)) {
        auto bytes = readModelFile(files.descriptor, kMostModelBytes);
        if (!bytes)
            return bytes.fault();
        dat = std::move(*bytes);
        hash = sha256(dat);
    }
    // The rule comes before the network: a file that no calibration names is not even parsed.
    auto rule = ScoreRule::load(files.calibration, {hash});
    if (!rule)
        return rule.fault();
    auto network = dat.empty() ? loadPublishedNetwork(files.descriptor) : FaceNetwork::fromDat(dat);
    if (!network)
        return network.fault();
    return assembled(std::move(*finder), std::move(*network), std::move(hash), std::move(*rule));
}

} // namespace madoguchi
