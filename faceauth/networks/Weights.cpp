// SPDX-License-Identifier: Apache-2.0
#include "faceauth/networks/Weights.h"

#include "faceauth/networks/ShallowJson.h"

#include <bit>
#include <cmath>
#include <cstring>
#include <optional>

namespace madoguchi {

namespace {

constexpr std::size_t kMostManifestBytes = 1 << 20;
constexpr std::size_t kMostTensors = 1000;
constexpr std::size_t kMostValues = 1 << 24;
constexpr std::size_t kMostDimensions = 4;

static_assert(std::endian::native == std::endian::little, "the weights are little-endian floats");

enum class Encoding : std::uint8_t { Float32, Float16, ScaledBytes, Int32 };

std::size_t bytesPer(Encoding encoding)
{
    switch (encoding) {
    case Encoding::Float32:
    case Encoding::Int32:
        return 4;
    case Encoding::Float16:
        return 2;
    case Encoding::ScaledBytes:
        return 1;
    }
    return 0;
}

/// One manifest entry after its checks.
struct Entry {
    std::string name;
    std::vector<std::size_t> shape;
    std::size_t count{1};
    Encoding encoding{Encoding::Float32};
    double scale{1}; ///< of ScaledBytes
    double min{0};

    [[nodiscard]] std::size_t bytes() const { return count * bytesPer(encoding); }
};

Fault malformed(std::string_view where)
{
    return Fault{.code = FaultCode::FaceModelMissing, .where = where};
}

bool isText(const Json* value, std::string_view expected)
{
    return value != nullptr && value->is_string() && value->get_ref<const std::string&>() == expected;
}

bool readShape(const Json* shape, Entry& entry)
{
    if (shape == nullptr || !shape->is_array() || shape->size() > kMostDimensions)
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

bool readScaling(const Json& quantization, Entry& entry)
{
    const Json* scale = member(quantization, "scale");
    const Json* min = member(quantization, "min");
    if (scale == nullptr || !scale->is_number() || min == nullptr || !min->is_number())
        return false;
    entry.encoding = Encoding::ScaledBytes;
    entry.scale = scale->get<double>();
    entry.min = min->get<double>();
    return std::isfinite(entry.scale) && std::isfinite(entry.min);
}

bool readEncoding(const Json& json, Entry& entry)
{
    const Json* type = member(json, "dtype");
    const Json* quantization = member(json, "quantization");
    if (isText(type, "int32")) {
        entry.encoding = Encoding::Int32;
        return quantization == nullptr;
    }
    if (!isText(type, "float32"))
        return false;
    if (quantization == nullptr)
        return true;
    const Json* stored = member(*quantization, "dtype");
    if (isText(stored, "float16")) {
        entry.encoding = Encoding::Float16;
        return true;
    }
    return isText(stored, "uint8") && readScaling(*quantization, entry);
}

std::optional<Entry> readEntry(const Json& json)
{
    Entry entry;
    const Json* name = member(json, "name");
    if (name == nullptr || !name->is_string() || !readShape(member(json, "shape"), entry) ||
        !readEncoding(json, entry))
        return std::nullopt;
    entry.name = name->get<std::string>();
    return entry;
}

/// The manifest's only group of weights, or null.
const Json* weightsOf(const Json& manifest)
{
    const Json* groups = manifest.is_object() ? member(manifest, "weightsManifest") : &manifest;
    if (groups == nullptr || !groups->is_array() || groups->size() != 1)
        return nullptr;
    const Json* weights = member(groups->front(), "weights");
    return weights != nullptr && weights->is_array() && weights->size() <= kMostTensors ? weights : nullptr;
}

/// IEEE 754 binary16.
float fromHalf(std::uint16_t half)
{
    constexpr int kFractionBits = 10;
    constexpr int kBias = 15;
    const int exponent = half >> kFractionBits & 31;
    const int fraction = half & 1023;
    const double value = exponent == 31  ? (fraction == 0 ? INFINITY : NAN)
                         : exponent == 0 ? std::ldexp(fraction, 1 - kBias - kFractionBits)
                                         : std::ldexp(1024 + fraction, exponent - kBias - kFractionBits);
    return static_cast<float>((half & 0x8000) != 0 ? -value : value);
}

template<typename Number>
Number numberAt(std::span<const std::uint8_t> bytes, std::size_t index)
{
    Number number{};
    std::memcpy(&number, bytes.data() + index * sizeof number, sizeof number);
    return number;
}

float valueAt(const Entry& entry, std::span<const std::uint8_t> bytes, std::size_t index)
{
    switch (entry.encoding) {
    case Encoding::Float32:
        return numberAt<float>(bytes, index);
    case Encoding::Float16:
        return fromHalf(numberAt<std::uint16_t>(bytes, index));
    case Encoding::ScaledBytes:
        return static_cast<float>(bytes[index] * entry.scale + entry.min);
    case Encoding::Int32:
        return static_cast<float>(numberAt<std::int32_t>(bytes, index));
    }
    return NAN;
}

/// `bytes` holds exactly the entry's data.
std::vector<float> decode(const Entry& entry, std::span<const std::uint8_t> bytes)
{
    std::vector<float> values(entry.count);
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = valueAt(entry, bytes, i);
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
    const Json parsed = parseShallow(manifest);
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
