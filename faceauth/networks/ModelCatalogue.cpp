// SPDX-License-Identifier: Apache-2.0
#include "faceauth/networks/ModelCatalogue.h"

#include "faceauth/networks/Files.h"

#include <algorithm>

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

std::vector<ModelFile> filesOf(const PublishedModel& model)
{
    if (model.description.name.empty())
        return {model.weights};
    return {model.description, model.weights};
}

Result<ModelContent> readPublished(const std::filesystem::path& folder, const PublishedModel& model)
{
    ModelContent content;
    if (!model.description.name.empty()) {
        auto description = readGenuine(folder, model.description);
        if (!description)
            return description.fault();
        content.description = std::move(*description);
    }
    auto weights = readGenuine(folder, model.weights);
    if (!weights)
        return weights.fault();
    content.weights = std::move(*weights);
    return content;
}

bool isAbsent(const std::filesystem::path& folder, const PublishedModel& model)
{
    return std::ranges::none_of(filesOf(model),
                                [&](const ModelFile& file) { return isThere(folder / file.name); });
}

} // namespace madoguchi
