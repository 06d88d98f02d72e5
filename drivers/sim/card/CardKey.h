// SPDX-License-Identifier: Apache-2.0
// An RSA-2048 key as the practice cards and their authorities hold it. Signatures are empty when the input
// does not fit. A key pair made from a public key only verifies.
#pragma once

#include "foundation/base/Bytes.h"

#include <memory>
#include <optional>
#include <string>

struct evp_pkey_st;

namespace madoguchi::sim {

class CardKey {
public:
    static constexpr std::size_t kBytes = 256; ///< modulus and signature

    [[nodiscard]] static std::optional<CardKey> generate();
    [[nodiscard]] static std::optional<CardKey> fromPem(const std::string& pem);
    [[nodiscard]] static std::optional<CardKey> fromModulus(const Bytes& modulus); ///< exponent 65537

    [[nodiscard]] std::string privatePem() const;
    [[nodiscard]] std::string publicPem() const;
    [[nodiscard]] Bytes modulus() const;

    /// PKCS#1 v1.5 padding around `block` as it is (1 to 245 bytes).
    [[nodiscard]] Bytes signBlock(const Bytes& block) const;
    /// PKCS#1 v1.5 over SHA-256 of `message`.
    [[nodiscard]] Bytes sign(const Bytes& message) const;
    /// PSS with SHA-256, salt of 32 bytes, over a hash.
    [[nodiscard]] Bytes signPss(const Bytes& hash) const;
    /// PKCS#1 v1.5 over SHA-256 of `message`.
    [[nodiscard]] bool verifies(const Bytes& message, const Bytes& signature) const;

    [[nodiscard]] evp_pkey_st* handle() const { return key_.get(); }

private:
    explicit CardKey(evp_pkey_st* key);

    std::shared_ptr<evp_pkey_st> key_;
};

[[nodiscard]] Bytes sha256(const Bytes& message);

/// DigestInfo with SHA-256's identifier around `digest` (32 bytes, or the card face's three of them).
[[nodiscard]] Bytes digestInfo(const Bytes& digest);

} // namespace madoguchi::sim
