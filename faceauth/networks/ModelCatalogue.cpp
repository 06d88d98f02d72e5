// SPDX-License-Identifier: Apache-2.0
#include "faceauth/networks/ModelCatalogue.h"

#include "faceauth/networks/Files.h"

namespace madoguchi {

namespace {

Result<Bytes> readGenuine(const std::filesystem::path& folder, const ModelFile& file)
{
    auto bytes = readModelFile(folder / file.name, kMostModelBytes);
    if (bytes && sha256(*bytes) != file.sha256)
        return Fault{.code = FaultCode::FaceModelMissing, .where = "faceauth/weightsHash"};
    return bytes;
}

bool isThere(const std::filesystem::path& file)
{
    std::error_code unreadable;
    return std::filesystem::exists(file, unreadable) || unreadable;
}

} // namespace

Result<ModelContent> readPublished(const std::filesystem::path& folder, const PublishedModel& model)
{
    auto description = readGenuine(folder, model.description);
    if (!description)
        return description.fault();
    auto weights = readGenuine(folder, model.weights);
    if (!weights)
        return weights.fault();
    return ModelContent{std::move(*description), std::move(*weights)};
}

bool isAbsent(const std::filesystem::path& folder, const PublishedModel& model)
{
    return !isThere(folder / model.description.name) && !isThere(folder / model.weights.name);
}

} // namespace madoguchi
