// SPDX-License-Identifier: Apache-2.0
#include "faceauth/networks/Files.h"

#include <array>
#include <fstream>
#include <openssl/evp.h>

namespace madoguchi {

Result<Bytes> readModelFile(const std::filesystem::path& file, std::size_t most)
{
    const Fault unreadable{.code = FaultCode::FaceModelMissing, .where = "faceauth/readModelFile"};
    std::ifstream stream{file, std::ios::binary | std::ios::ate};
    const auto size = stream ? static_cast<std::streamoff>(stream.tellg()) : -1;
    if (size < 0 || static_cast<std::uintmax_t>(size) > most)
        return unreadable;
    Bytes bytes(static_cast<std::size_t>(size));
    stream.seekg(0);
    stream.read(reinterpret_cast<char*>(bytes.data()), size);
    if (!stream)
        return unreadable;
    return bytes;
}

std::string sha256(std::span<const std::uint8_t> bytes)
{
    std::array<unsigned char, 32> digest{};
    unsigned int length = 0;
    if (EVP_Digest(bytes.data(), bytes.size(), digest.data(), &length, EVP_sha256(), nullptr) != 1)
        return {};
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text;
    for (const unsigned char byte : digest) {
        text += kDigits[byte >> 4];
        text += kDigits[byte & 15];
    }
    return text;
}

} // namespace madoguchi
