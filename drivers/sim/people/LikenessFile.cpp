// SPDX-License-Identifier: Apache-2.0
#include "drivers/sim/people/LikenessFile.h"

#include "drivers/sim/people/ShippedFaces.h"

#include <toml++/toml.h>

#include <array>
#include <charconv>
#include <cmath>
#include <optional>

namespace madoguchi {

namespace {

constexpr std::size_t kLargestFile = 256 * 1024;
constexpr std::size_t kMostPersonas = 64;
constexpr std::size_t kLongestName = 32;

constexpr std::array<std::string_view, 8> kHairStyles{"bald", "ring", "crop", "parted",
                                                      "bob",  "long", "bun",  "curly"};
constexpr std::array<std::string_view, 4> kGlasses{"none", "round", "square", "half-rim"};

/// No dial of dials(): invented people are drawn from those, and would all change.
constexpr Dial kFrameWidth{"frame_width", &Likeness::frameWidth, 0.5F, 4.0F};

Fault invalid(const toml::source_region& source)
{
    return {FaultCode::SettingsInvalid, FaultSpace::None, source.begin.line, "sim/readLikenesses"};
}

bool isFolderName(std::string_view name)
{
    const auto plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
    return !name.empty() && name.size() <= kLongestName && name.front() != '-' &&
           std::all_of(name.begin(), name.end(), plain);
}

/// "#rrggbb" in sRGB to linear light.
std::optional<Vec3> colour(const toml::node& node)
{
    const std::string text = node.value_or(std::string{});
    unsigned rgb = 0;
    const char* const end = text.data() + text.size();
    if (text.size() != 7 || text.front() != '#' ||
        std::from_chars(text.data() + 1, end, rgb, 16).ptr != end) {
        return {};
    }
    const auto linear = [](unsigned byte) {
        return std::pow(static_cast<float>(byte & 255U) / 255.0F, 2.2F);
    };
    return Vec3{linear(rgb >> 16), linear(rgb >> 8), linear(rgb)};
}

template<typename Style, std::size_t N>
bool chooseStyle(const toml::node& node, const std::array<std::string_view, N>& names, Style& style)
{
    const auto at = std::find(names.begin(), names.end(), node.value_or(std::string{}));
    style = static_cast<Style>(at - names.begin());
    return at != names.end();
}

bool turn(const Dial& dial, const toml::node& node, Likeness& persona)
{
    const float number = static_cast<float>(node.value<double>().value_or(std::nan("")));
    persona.*dial.value = number;
    return number >= dial.low && number <= dial.high; // not a number is neither
}

/// Sets what `key` names. False when there is no such key or its value does not fit.
bool apply(std::string_view key, const toml::node& node, Likeness& persona)
{
    if (key == "hair_style") {
        return chooseStyle(node, kHairStyles, persona.hairStyle);
    }
    if (key == "glasses") {
        return chooseStyle(node, kGlasses, persona.glasses);
    }
    if (key == kFrameWidth.key) {
        return turn(kFrameWidth, node, persona);
    }
    for (const Dial& dial : dials()) {
        if (key == dial.key) {
            return turn(dial, node, persona);
        }
    }
    for (const Tint& tint : tints()) {
        if (key == tint.key) {
            const auto value = colour(node);
            persona.*tint.value = value.value_or(Vec3{});
            return value.has_value();
        }
    }
    return false;
}

Result<Likeness> readPersona(std::string_view name, const toml::node& node)
{
    const toml::table* const table = node.as_table();
    if (table == nullptr || !isFolderName(name)) {
        return invalid(node.source());
    }
    Likeness persona;
    persona.name = name;
    for (const auto& [key, value] : *table) {
        if (!apply(key.str(), value, persona)) {
            return invalid(value.source());
        }
    }
    return persona;
}

} // namespace

Result<std::vector<Likeness>> readLikenesses(std::string_view text)
{
    if (text.size() > kLargestFile) {
        return Fault{FaultCode::SettingsInvalid, FaultSpace::None, 0, "sim/readLikenesses/size"};
    }
    toml::table file;
    try {
        file = toml::parse(text);
    } catch (const toml::parse_error& error) {
        return invalid(error.source());
    }
    if (file.size() > kMostPersonas) {
        return invalid(file.source());
    }
    std::vector<Likeness> personas;
    for (const auto& [name, node] : file) {
        Result<Likeness> persona = readPersona(name.str(), node);
        if (!persona) {
            return persona.fault();
        }
        personas.push_back(*std::move(persona));
    }
    return personas;
}

Result<std::vector<Likeness>> shippedLikenesses()
{
    return readLikenesses(kShippedFaces);
}

} // namespace madoguchi
