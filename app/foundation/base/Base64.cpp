// SPDX-License-Identifier: Apache-2.0
#include "foundation/base/Base64.h"

namespace madoguchi {
namespace {

constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Four characters as 24 bits; '=' counts as zero bits, and only the callers know where it may stand.
std::optional<std::uint32_t> quantum(std::string_view four)
{
    std::uint32_t bits = 0;
    for (const char c : four) {
        const auto value = c == '=' ? 0 : kAlphabet.find(c);
        if (value == std::string_view::npos)
            return std::nullopt;
        bits = bits << 6 | static_cast<std::uint32_t>(value);
    }
    return bits;
}

} // namespace

std::string toBase64(const Bytes& bytes)
{
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t at = 0; at < bytes.size(); at += 3) {
        const auto left = bytes.size() - at;
        const std::uint32_t bits = static_cast<std::uint32_t>(bytes[at]) << 16 |
                                   (left > 1 ? static_cast<std::uint32_t>(bytes[at + 1]) << 8 : 0U) |
                                   (left > 2 ? static_cast<std::uint32_t>(bytes[at + 2]) : 0U);
        text += kAlphabet[bits >> 18];
        text += kAlphabet[bits >> 12 & 63];
        text += left > 1 ? kAlphabet[bits >> 6 & 63] : '=';
        text += left > 2 ? kAlphabet[bits & 63] : '=';
    }
    return text;
}

std::optional<Bytes> fromBase64(std::string_view text)
{
    if (text.size() % 4 != 0)
        return std::nullopt;
    const auto padding = text.ends_with("==") ? 2U : text.ends_with("=") ? 1U : 0U;
    if (text.find('=') != std::string_view::npos && text.find('=') != text.size() - padding)
        return std::nullopt;

    Bytes bytes;
    bytes.reserve(text.size() / 4 * 3);
    for (std::size_t at = 0; at < text.size(); at += 4) {
        const auto bits = quantum(text.substr(at, 4));
        if (!bits)
            return std::nullopt;
        for (const unsigned shift : {16U, 8U, 0U})
            bytes.push_back(static_cast<std::uint8_t>(*bits >> shift));
    }
    for (unsigned i = 0; i < padding; ++i) {
        if (bytes.back() != 0) // bits that no encoder sets
            return std::nullopt;
        bytes.pop_back();
    }
    return bytes;
}

} // namespace madoguchi
