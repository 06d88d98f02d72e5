// SPDX-License-Identifier: Apache-2.0
#include "drivers/card/RsaKey.h"

#include "drivers/card/BerTlv.h"

#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/sha.h>
#include <openssl/x509.h>

namespace madoguchi {
namespace {

constexpr int kMinBits = 2048;
constexpr int kMaxBits = 4096;
constexpr std::size_t kMaxExponentBytes = 4;

template<auto Free>
struct Freer {
    template<typename T>
    void operator()(T* handle) const
    {
        Free(handle);
    }
};
using Number = std::unique_ptr<BIGNUM, Freer<BN_free>>;
using Builder = std::unique_ptr<OSSL_PARAM_BLD, Freer<OSSL_PARAM_BLD_free>>;
using Params = std::unique_ptr<OSSL_PARAM, Freer<OSSL_PARAM_free>>;
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, Freer<EVP_PKEY_CTX_free>>;
using DigestContext = std::unique_ptr<EVP_MD_CTX, Freer<EVP_MD_CTX_free>>;
using Memory = std::unique_ptr<BIO, Freer<BIO_free_all>>;
using X509Handle = std::unique_ptr<X509, Freer<X509_free>>;

bool acceptable(const KeyHandle& key)
{
    if (!key || EVP_PKEY_get_base_id(key.get()) != EVP_PKEY_RSA)
        return false;
    const int bits = EVP_PKEY_get_bits(key.get());
    return bits >= kMinBits && bits <= kMaxBits;
}

Number number(ByteSpan bytes)
{
    return Number{BN_bin2bn(bytes.data(), static_cast<int>(bytes.size()), nullptr)};
}

Memory memory(std::string_view text)
{
    return Memory{BIO_new_mem_buf(text.data(), static_cast<int>(text.size()))};
}

/// Keys never ask for a pass phrase on a terminal.
int noPassPhrase(char*, int, int, void*)
{
    return 0;
}

} // namespace

void KeyDeleter::operator()(evp_pkey_st* key) const
{
    EVP_PKEY_free(key);
}

std::optional<RsaPublicKey> RsaPublicKey::fromNumbers(ByteSpan modulus, ByteSpan exponent)
{
    if (modulus.size() > kMaxBits / 8 || exponent.empty() || exponent.size() > kMaxExponentBytes)
        return std::nullopt;
    const auto n = number(modulus);
    const auto e = number(exponent);
    if (!n || !e || BN_is_odd(n.get()) == 0 || BN_is_odd(e.get()) == 0 || BN_is_one(e.get()) == 1)
        return std::nullopt;

    const Builder builder{OSSL_PARAM_BLD_new()};
    OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, n.get());
    OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, e.get());
    const Params params{OSSL_PARAM_BLD_to_param(builder.get())};
    const KeyContext context{EVP_PKEY_CTX_new_from_name(nullptr, "RSA", nullptr)};
    EVP_PKEY* raw = nullptr;
    if (EVP_PKEY_fromdata_init(context.get()) <= 0 ||
        EVP_PKEY_fromdata(context.get(), &raw, EVP_PKEY_PUBLIC_KEY, params.get()) <= 0)
        return std::nullopt;
    KeyHandle key{raw};
    return acceptable(key) ? std::optional{RsaPublicKey{std::move(key)}} : std::nullopt;
}

std::optional<RsaPublicKey> RsaPublicKey::fromCardObject(ByteSpan object)
{
    BerReader reader{object};
    const auto exponent = reader.next(0x90);
    const auto modulus = reader.next(0x91);
    if (!exponent || !modulus)
        return std::nullopt;
    return fromNumbers(modulus->value, exponent->value);
}

std::optional<RsaPublicKey> RsaPublicKey::fromPem(std::string_view pem)
{
    KeyHandle key{PEM_read_bio_PUBKEY(memory(pem).get(), nullptr, noPassPhrase, nullptr)};
    return acceptable(key) ? std::optional{RsaPublicKey{std::move(key)}} : std::nullopt;
}

std::optional<RsaPublicKey> RsaPublicKey::fromCertificate(ByteSpan der)
{
    const auto* data = der.data();
    const X509Handle certificate{d2i_X509(nullptr, &data, static_cast<long>(der.size()))};
    if (!certificate)
        return std::nullopt;
    KeyHandle key{X509_get_pubkey(certificate.get())};
    return acceptable(key) ? std::optional{RsaPublicKey{std::move(key)}} : std::nullopt;
}

bool RsaPublicKey::verifies(ByteSpan data, ByteSpan signature) const
{
    const DigestContext context{EVP_MD_CTX_new()};
    return EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr, key_.get()) == 1 &&
           EVP_DigestVerify(context.get(), signature.data(), signature.size(), data.data(), data.size()) == 1;
}

Bytes RsaPublicKey::recover(ByteSpan signature) const
{
    const KeyContext context{EVP_PKEY_CTX_new(key_.get(), nullptr)};
    Bytes payload(kMaxBits / 8);
    std::size_t size = payload.size();
    if (EVP_PKEY_verify_recover_init(context.get()) <= 0 ||
        EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_PKCS1_PADDING) <= 0 ||
        EVP_PKEY_verify_recover(context.get(), payload.data(), &size, signature.data(), signature.size()) <=
            0)
        return {};
    payload.resize(size);
    return payload;
}

std::optional<RsaPrivateKey> RsaPrivateKey::fromPem(std::string_view pem)
{
    KeyHandle key{PEM_read_bio_PrivateKey(memory(pem).get(), nullptr, noPassPhrase, nullptr)};
    return acceptable(key) ? std::optional{RsaPrivateKey{std::move(key)}} : std::nullopt;
}

Bytes RsaPrivateKey::sign(ByteSpan data) const
{
    const DigestContext context{EVP_MD_CTX_new()};
    Bytes signature(kMaxBits / 8);
    std::size_t size = signature.size();
    if (EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, key_.get()) != 1 ||
        EVP_DigestSign(context.get(), signature.data(), &size, data.data(), data.size()) != 1)
        return {};
    signature.resize(size);
    return signature;
}

Sha256 sha256(ByteSpan data)
{
    Sha256 digest{};
    SHA256(data.data(), data.size(), digest.data());
    return digest;
}

Bytes digestInfo(ByteSpan digests)
{
    assert(digests.size() <= 100); // one-byte lengths below
    const auto size = static_cast<std::uint8_t>(digests.size());
    Bytes info{0x30, static_cast<std::uint8_t>(17 + size),
               0x30, 0x0D,
               0x06, 0x09,
               0x60, 0x86,
               0x48, 0x01,
               0x65, 0x03,
               0x04, 0x02,
               0x01, 0x05,
               0x00, 0x04,
               size};
    info.insert(info.end(), digests.begin(), digests.end());
    return info;
}

} // namespace madoguchi
