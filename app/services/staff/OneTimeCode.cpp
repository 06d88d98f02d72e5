// SPDX-License-Identifier: Apache-2.0
#include "services/staff/OneTimeCode.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>

namespace madoguchi {
namespace {

constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/// RFC 4226, 5.3: four bytes from where the last half-byte points, the sign left out.
std::uint32_t truncated(const std::array<unsigned char, 20>& mac)
{
    const std::size_t offset = mac.back() & 0x0FU;
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < 4; ++i)
        number = (number << 8U) | mac[offset + i];
    return number & 0x7FFFFFFFU;
}

} // namespace

std::string oneTimeCode(const Bytes& secret, std::uint64_t step, std::size_t digits)
{
    std::array<unsigned char, 8> counter{};
    for (std::size_t i = 0; i < counter.size(); ++i)
        counter[i] = static_cast<unsigned char>(step >> (56U - 8U * i));
    std::array<unsigned char, 20> mac{};
    unsigned size = mac.size();
    if (HMAC(EVP_sha1(), secret.data(), static_cast<int>(secret.size()), counter.data(), counter.size(),
             mac.data(), &size) == nullptr)
        return {};
    std::string code(digits, '0');
    auto number = truncated(mac);
    for (auto digit = code.rbegin(); digit != code.rend(); ++digit, number /= 10)
        *digit = static_cast<char>('0' + number % 10);
    return code;
}

std::optional<std::uint64_t> stepOfCode(const Bytes& secret, std::string_view code,
                                        std::chrono::sys_seconds now, std::uint64_t used)
{
    const auto current = static_cast<std::uint64_t>(now.time_since_epoch() / kOneTimeStep);
    std::optional<std::uint64_t> found;
    for (const auto step : {current - 1, current, current + 1}) {
        const auto expected = oneTimeCode(secret, step);
        const bool same = expected.size() == code.size() && !expected.empty() &&
                          CRYPTO_memcmp(expected.data(), code.data(), code.size()) == 0;
        if (same && step > used && !found)
            found = step;
    }
    return found;
}

std::string base32(const Bytes& bytes)
{
    std::string text;
    std::uint32_t buffer = 0;
    unsigned bits = 0;
    for (const auto byte : bytes) {
        buffer = (buffer << 8U) | byte;
        for (bits += 8; bits >= 5; bits -= 5)
            text += kAlphabet[(buffer >> (bits - 5)) & 31U];
    }
    if (bits > 0)
        text += kAlphabet[(buffer << (5 - bits)) & 31U];
    return text;
}

std::optional<Bytes> fromBase32(std::string_view text)
{
    Bytes bytes;
    std::uint32_t buffer = 0;
    unsigned bits = 0;
    for (const char letter : text) {
        const auto value = kAlphabet.find(letter);
        if (value == std::string_view::npos)
            return std::nullopt;
        buffer = (buffer << 5U) | static_cast<std::uint32_t>(value);
        bits += 5;
        if (bits >= 8) {
            bits -= 8;
            bytes.push_back(static_cast<std::uint8_t>(buffer >> bits));
        }
    }
    return bytes;
}

} // namespace madoguchi
