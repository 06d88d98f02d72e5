// SPDX-License-Identifier: Apache-2.0
#include "foundation/base/Digest.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <algorithm>
#include <array>
#include <memory>

namespace madoguchi {

namespace {

using Digest = std::array<unsigned char, 32>;

struct FreeContext {
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};

} // namespace

std::string sha256(std::string_view first, std::string_view second)
{
    // Fetching the algorithm anew for each line would cost more than the hash itself.
    static EVP_MD* const kSha256 = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    thread_local const std::unique_ptr<EVP_MD_CTX, FreeContext> context{EVP_MD_CTX_new()};
    Digest digest{};
    const bool done = EVP_DigestInit_ex2(context.get(), kSha256, nullptr) == 1 &&
                      EVP_DigestUpdate(context.get(), first.data(), first.size()) == 1 &&
                      EVP_DigestUpdate(context.get(), second.data(), second.size()) == 1 &&
                      EVP_DigestFinal_ex(context.get(), digest.data(), nullptr) == 1;
    return done ? hexadecimal(digest) : std::string{}; // an empty hash matches no line
}

std::string keyedHash(const Bytes& key, std::string_view text)
{
    Digest digest{};
    unsigned size = digest.size();
    const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
    const bool done = HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()), bytes, text.size(),
                           digest.data(), &size) != nullptr;
    return done ? hexadecimal(digest) : std::string{};
}

std::string hexadecimal(std::span<const unsigned char> bytes)
{
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text;
    text.reserve(2 * bytes.size());
    for (const unsigned char byte : bytes) {
        text.push_back(kDigits[byte >> 4U]);
        text.push_back(kDigits[byte & 15U]);
    }
    return text;
}

bool isHexadecimal(std::string_view text)
{
    return std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

} // namespace madoguchi
