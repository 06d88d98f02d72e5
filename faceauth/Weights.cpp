// SPDX-License-Identifier: Apache-2.0
#include "faceauth/Weights.h"

#include <bit>
#include <cmath>
#include <cstring>
#include <nlohmann/json.hpp>
#include <optional>

namespace madoguchi {

namespace {

using Json = nlohmann::json;

constexpr std::size_t kMostManifestBytes = 1 << 20;
constexpr std::size_t kMostTensors = 1000;
constexpr std::size_t kMostValues = 1 << 24;
constexpr std::size_t kMostDimensions = 4;

static_assert(std::endian::native == std::endian::little, "the weights are little-endian floats");

struct Quantization {
    double scale{0};
    double min{0};
};

/// One manifest entry after its checks.
struct Entry {
    std::string name;
    std::vector<std::size_t> shape;
    std::size_t count{1};
    std::optional<Quantization> quantization; ///< absent: plain 32-bit floats

    [[nodiscard]] std::size_t bytes() const { return quantization ? count : count * sizeof(float); }
};

Fault malformed(std::string_view where)
{
    return Fault{.code = FaultCode::FaceModelMissing, .where = where};
}

const Json* member(const Json& object, const char* key)
{
    if (!object.is_object())
        return nullptr;
    const auto found = object.find(key);
    return found == object.end() ? nullptr : &*found;
}

bool isText(const Json* value, std::string_view expected)
{
    return value != nullptr && value->is_string() && value->get_ref<const std::string&>() == expected;
}

bool readShape(const Json* shape, Entry& entry)
{
    if (shape == nullptr || !shape->is_array() || shape->empty() || shape->size() > kMostDimensions)
        return false;
    for (const Json& dimension : *shape) {
        if (!dimension.is_number_unsigned())
            return false;
        const auto size = dimension.get<std::uint64_t>();
        if (size == 0 || size > kMostValues / entry.count)
            return false;
        entry.count *= size;
        entry.shape.push_back(size);
    }
    return true;
}

bool readQuantization(const Json& quantization, Entry& entry)
{
    const Json* scale = member(quantization, "scale");
    const Json* min = member(quantization, "min");
    if (!isText(member(quantization, "dtype"), "uint8") || scale == nullptr || !scale->is_number() ||
        min == nullptr || !min->is_number())
        return false;
    entry.quantization = Quantization{.scale = scale->get<double>(), .min = min->get<double>()};
    return std::isfinite(entry.quantization->scale) && std::isfinite(entry.quantization->min);
}

std::optional<Entry> readEntry(const Json& json)
{
    Entry entry;
    const Json* name = member(json, "name");
    if (name == nullptr || !name->is_string() || !isText(member(json, "dtype"), "float32") ||
        !readShape(member(json, "shape"), entry))
        return std::nullopt;
    entry.name = name->get<std::string>();
    const Json* quantization = member(json, "quantization");
    if (quantization != nullptr && !readQuantization(*quantization, entry))
        return std::nullopt;
    return entry;
}

/// The manifest's only group of weights, or null.
const Json* weightsOf(const Json& manifest)
{
    if (!manifest.is_array() || manifest.size() != 1)
        return nullptr;
    const Json* weights = member(manifest.front(), "weights");
    return weights != nullptr && weights->is_array() && weights->size() <= kMostTensors ? weights : nullptr;
}

/// `bytes` holds exactly the entry's data.
std::vector<float> decode(const Entry& entry, std::span<const std::uint8_t> bytes)
{
    std::vector<float> values(entry.count);
    if (!entry.quantization) {
        std::memcpy(values.data(), bytes.data(), bytes.size());
        return values;
    }
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = static_cast<float>(bytes[i] * entry.quantization->scale + entry.quantization->min);
    return values;
}

bool allFinite(const std::vector<float>& values)
{
    for (const float value : values)
        if (!std::isfinite(value))
            return false;
    return true;
}

} // namespace

Result<std::vector<Tensor>> readWeights(std::string_view manifest, std::span<const std::uint8_t> data)
{
    if (manifest.size() > kMostManifestBytes)
        return malformed("faceauth/weightsManifest");
    const Json parsed = Json::parse(manifest, nullptr, false);
    const Json* weights = weightsOf(parsed);
    if (weights == nullptr)
        return malformed("faceauth/weightsManifest");

    std::vector<Tensor> tensors;
    for (const Json& json : *weights) {
        auto entry = readEntry(json);
        if (!entry)
            return malformed("faceauth/weightsManifest");
        if (entry->bytes() > data.size())
            return malformed("faceauth/weightsShort");
        auto values = decode(*entry, data.first(entry->bytes()));
        if (!allFinite(values))
            return malformed("faceauth/weightsNotNumbers");
        data = data.subspan(entry->bytes());
        tensors.push_back({std::move(entry->name), std::move(entry->shape), std::move(values)});
    }
    if (!data.empty())
        return malformed("faceauth/weightsLong");
    return tensors;
}

} // namespace madoguchi
