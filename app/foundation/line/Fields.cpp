// SPDX-License-Identifier: Apache-2.0
#include "foundation/line/Fields.h"

#include "foundation/line/Channel.h"

#include <algorithm>
#include <array>

namespace madoguchi::bus {

namespace {

constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Strict base64: whole groups of four, padding only at the end.
std::optional<Bytes> fromBase64(std::string_view text)
{
    if (text.size() % 4 != 0)
        return std::nullopt;
    const std::size_t padding = text.ends_with("==") ? 2 : text.ends_with('=') ? 1 : 0;
    Bytes bytes;
    bytes.reserve(text.size() / 4 * 3);
    std::uint32_t group = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool filler = i + padding >= text.size();
        const auto value = filler ? 0 : kAlphabet.find(text[i]);
        if (value == std::string_view::npos)
            return std::nullopt;
        group = (group << 6U) | static_cast<std::uint32_t>(value);
        if (i % 4 == 3)
            for (const unsigned shift : {16U, 8U, 0U})
                bytes.push_back(static_cast<std::uint8_t>(group >> shift));
    }
    bytes.resize(bytes.size() - padding);
    return bytes;
}

} // namespace

Fields::Fields(std::string_view message)
{
    if (message.size() <= Channel::kMaxMessage)
        object_ = nlohmann::json::parse(message, nullptr, false);
    if (!object_.is_object()) {
        object_ = nlohmann::json::object();
        spoil();
    }
}

const nlohmann::json* Fields::take(const char* name)
{
    const auto field = object_.find(name);
    if (field == object_.end())
        return nullptr;
    ++taken_;
    return &*field;
}

std::int64_t Fields::integer(const char* name, std::int64_t low, std::int64_t high)
{
    const auto* field = take(name);
    const bool tooLarge = field != nullptr && field->is_number_unsigned() &&
                          field->get<std::uint64_t>() > static_cast<std::uint64_t>(INT64_MAX);
    if (field == nullptr || !field->is_number_integer() || tooLarge) {
        spoil();
        return low;
    }
    const auto value = field->get<std::int64_t>();
    if (value < low || value > high) {
        spoil();
        return low;
    }
    return value;
}

double Fields::real(const char* name, double low, double high)
{
    const auto* field = take(name);
    const double value = field != nullptr && field->is_number() ? field->get<double>() : high + 1;
    if (!(value >= low && value <= high)) { // written so that NaN does not pass
        spoil();
        return low;
    }
    return value;
}

bool Fields::flag(const char* name)
{
    const auto* field = take(name);
    if (field == nullptr || !field->is_boolean()) {
        spoil();
        return false;
    }
    return field->get<bool>();
}

std::string Fields::text(const char* name, std::size_t maxBytes)
{
    const auto* field = take(name);
    const auto* value = field != nullptr ? field->get_ptr<const std::string*>() : nullptr;
    if (value == nullptr || value->size() > maxBytes) {
        spoil();
        return {};
    }
    return *value;
}

std::string Fields::digits(const char* name, std::size_t count)
{
    std::string value = text(name, count);
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    if (value.size() != count || !std::ranges::all_of(value, digit)) {
        spoil();
        return {};
    }
    return value;
}

Bytes Fields::bytes(const char* name, std::size_t maxBytes)
{
    auto value = fromBase64(text(name, (maxBytes + 2) / 3 * 4));
    if (!value || value->size() > maxBytes) {
        spoil();
        return {};
    }
    return std::move(*value);
}

std::string write(const nlohmann::json& object)
{
    return object.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string base64(const Bytes& bytes)
{
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const auto at = [&](std::size_t k) {
            return i + k < bytes.size() ? std::uint32_t{bytes[i + k]} : 0U;
        };
        const std::uint32_t group = (at(0) << 16U) | (at(1) << 8U) | at(2);
        for (const unsigned shift : {18U, 12U, 6U, 0U})
            text.push_back(kAlphabet[(group >> shift) & 63U]);
    }
    const std::size_t padding = (3 - bytes.size() % 3) % 3;
    std::fill(text.end() - static_cast<std::ptrdiff_t>(padding), text.end(), '=');
    return text;
}

} // namespace madoguchi::bus
