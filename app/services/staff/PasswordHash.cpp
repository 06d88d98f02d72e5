// SPDX-License-Identifier: Apache-2.0
#include "services/staff/PasswordHash.h"

#include <argon2.h>
#include <openssl/crypto.h>
#include <openssl/rand.h>

#include <array>

namespace madoguchi {
namespace {

constexpr std::size_t kHashBytes = 32;
constexpr std::uint32_t kLanes = 1;

} // namespace

Secret& Secret::operator=(Secret&& other) noexcept
{
    if (this != &other) {
        wipe();
        text_ = std::move(other.text_);
        other.wipe();
    }
    return *this;
}

void Secret::wipe()
{
    OPENSSL_cleanse(text_.data(), text_.capacity());
    text_.clear();
}

Result<std::string> hashPassword(const Secret& password, PasswordCost cost)
{
    std::array<unsigned char, 16> salt{};
    if (RAND_bytes(salt.data(), static_cast<int>(salt.size())) != 1)
        return Fault{FaultCode::Internal, FaultSpace::None, 0, "staff/random"};
    std::string encoded(
        argon2_encodedlen(cost.passes, cost.kibibytes, kLanes, salt.size(), kHashBytes, Argon2_id), '\0');
    const auto text = password.text();
    const int result =
        argon2id_hash_encoded(cost.passes, cost.kibibytes, kLanes, text.data(), text.size(), salt.data(),
                              salt.size(), kHashBytes, encoded.data(), encoded.size());
    if (result != ARGON2_OK)
        return Fault{FaultCode::Internal, FaultSpace::None, result, "staff/argon2"};
    encoded.resize(encoded.find('\0'));
    return encoded;
}

bool passwordFits(const Secret& password, const std::string& hash)
{
    const auto text = password.text();
    return argon2id_verify(hash.c_str(), text.data(), text.size()) == ARGON2_OK;
}

} // namespace madoguchi
