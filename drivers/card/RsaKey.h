// SPDX-License-Identifier: Apache-2.0
// RSA keys as the card side needs them: PKCS#1 v1.5 with SHA-256, public numbers out of TLV objects, PEM out
// of settings. OpenSSL stays in the .cpp.
#pragma once

#include "drivers/card/Apdu.h"

#include <array>
#include <memory>
#include <optional>
#include <string_view>

struct evp_pkey_st;

namespace madoguchi {

struct KeyDeleter {
    void operator()(evp_pkey_st* key) const;
};
using KeyHandle = std::unique_ptr<evp_pkey_st, KeyDeleter>;

class RsaPublicKey {
public:
    /// Big-endian numbers; 2048 to 4096 bits and an exponent of at most four bytes, otherwise nothing.
    static std::optional<RsaPublicKey> fromNumbers(ByteSpan modulus, ByteSpan exponent);
    /// The content of the object in which a card names a key: {90 exponent, 91 modulus}.
    static std::optional<RsaPublicKey> fromCardObject(ByteSpan object);
    static std::optional<RsaPublicKey> fromPem(std::string_view pem);
    /// Subject key of an X.509 certificate in DER.
    static std::optional<RsaPublicKey> fromCertificate(ByteSpan der);

    /// PKCS#1 v1.5 signature over SHA-256 of `data`.
    [[nodiscard]] bool verifies(ByteSpan data, ByteSpan signature) const;

    /// What stands under the PKCS#1 v1.5 padding of a signature; empty when the padding is not in order.
    [[nodiscard]] Bytes recover(ByteSpan signature) const;

private:
    explicit RsaPublicKey(KeyHandle key) : key_{std::move(key)} {}
    KeyHandle key_;
};

class RsaPrivateKey {
public:
    static std::optional<RsaPrivateKey> fromPem(std::string_view pem);

    /// PKCS#1 v1.5 over SHA-256; empty when OpenSSL refuses.
    [[nodiscard]] Bytes sign(ByteSpan data) const;

private:
    explicit RsaPrivateKey(KeyHandle key) : key_{std::move(key)} {}
    KeyHandle key_;
};

inline constexpr std::size_t kSha256Size = 32;
using Sha256 = std::array<std::uint8_t, kSha256Size>;
[[nodiscard]] Sha256 sha256(ByteSpan data);

/// DigestInfo (RFC 8017, 9.2) with SHA-256's identifier around `digests`: 32 bytes normally, 96 for the
/// card's face, which puts three digests where one is expected. Lengths up to 100.
[[nodiscard]] Bytes digestInfo(ByteSpan digests);

} // namespace madoguchi
