// SPDX-License-Identifier: Apache-2.0
#include "drivers/sim/card/CardKey.h"

#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/sha.h>

namespace madoguchi::sim {

namespace {

template<auto Free>
struct Deleter {
    template<typename T>
    void operator()(T* object) const
    {
        Free(object);
    }
};

using Context = std::unique_ptr<EVP_PKEY_CTX, Deleter<EVP_PKEY_CTX_free>>;
using Number = std::unique_ptr<BIGNUM, Deleter<BN_free>>;
using Memory = std::unique_ptr<BIO, Deleter<BIO_free_all>>;

std::string text(BIO& memory)
{
    char* data = nullptr;
    const auto length = BIO_get_mem_data(&memory, &data);
    return {data, static_cast<std::size_t>(length)};
}

Bytes finish(const Context& context, const Bytes& input)
{
    Bytes signature(CardKey::kBytes);
    std::size_t length = signature.size();
    if (EVP_PKEY_sign(context.get(), signature.data(), &length, input.data(), input.size()) != 1)
        return {};
    signature.resize(length);
    return signature;
}

} // namespace

CardKey::CardKey(evp_pkey_st* key) : key_{key, EVP_PKEY_free} {}

std::optional<CardKey> CardKey::generate()
{
    EVP_PKEY* key = EVP_RSA_gen(kBytes * 8);
    return key ? std::optional{CardKey{key}} : std::nullopt;
}

std::optional<CardKey> CardKey::fromPem(const std::string& pem)
{
    const Memory privateText{BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size()))};
    if (EVP_PKEY* key = PEM_read_bio_PrivateKey(privateText.get(), nullptr, nullptr, nullptr))
        return CardKey{key};
    const Memory publicText{BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size()))};
    EVP_PKEY* key = PEM_read_bio_PUBKEY(publicText.get(), nullptr, nullptr, nullptr);
    return key ? std::optional{CardKey{key}} : std::nullopt;
}

std::optional<CardKey> CardKey::fromModulus(const Bytes& modulus)
{
    const Number n{BN_bin2bn(modulus.data(), static_cast<int>(modulus.size()), nullptr)};
    const Number e{BN_new()};
    BN_set_word(e.get(), RSA_F4);
    const std::unique_ptr<OSSL_PARAM_BLD, Deleter<OSSL_PARAM_BLD_free>> builder{OSSL_PARAM_BLD_new()};
    OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, n.get());
    OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, e.get());
    const std::unique_ptr<OSSL_PARAM, Deleter<OSSL_PARAM_free>> parameters{
        OSSL_PARAM_BLD_to_param(builder.get())};
    const Context context{EVP_PKEY_CTX_new_from_name(nullptr, "RSA", nullptr)};
    EVP_PKEY* key = nullptr;
    if (EVP_PKEY_fromdata_init(context.get()) != 1 ||
        EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, parameters.get()) != 1)
        return {};
    return CardKey{key};
}

std::string CardKey::privatePem() const
{
    const Memory memory{BIO_new(BIO_s_mem())};
    PEM_write_bio_PrivateKey(memory.get(), key_.get(), nullptr, nullptr, 0, nullptr, nullptr);
    return text(*memory);
}

std::string CardKey::publicPem() const
{
    const Memory memory{BIO_new(BIO_s_mem())};
    PEM_write_bio_PUBKEY(memory.get(), key_.get());
    return text(*memory);
}

Bytes CardKey::modulus() const
{
    BIGNUM* n = nullptr;
    if (EVP_PKEY_get_bn_param(key_.get(), OSSL_PKEY_PARAM_RSA_N, &n) != 1)
        return {};
    const Number owner{n};
    Bytes modulus(kBytes);
    BN_bn2binpad(n, modulus.data(), static_cast<int>(modulus.size()));
    return modulus;
}

Bytes CardKey::signBlock(const Bytes& block) const
{
    const Context context{EVP_PKEY_CTX_new(key_.get(), nullptr)};
    if (EVP_PKEY_sign_init(context.get()) != 1 ||
        EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_PKCS1_PADDING) != 1)
        return {};
    return finish(context, block);
}

Bytes CardKey::sign(const Bytes& message) const
{
    return signBlock(digestInfo(sha256(message)));
}

Bytes CardKey::signPss(const Bytes& hash) const
{
    const Context context{EVP_PKEY_CTX_new(key_.get(), nullptr)};
    if (EVP_PKEY_sign_init(context.get()) != 1 ||
        EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_PKCS1_PSS_PADDING) != 1 ||
        EVP_PKEY_CTX_set_signature_md(context.get(), EVP_sha256()) != 1 ||
        EVP_PKEY_CTX_set_rsa_pss_saltlen(context.get(), RSA_PSS_SALTLEN_DIGEST) != 1)
        return {};
    return finish(context, hash);
}

bool CardKey::verifies(const Bytes& message, const Bytes& signature) const
{
    const Context context{EVP_PKEY_CTX_new(key_.get(), nullptr)};
    const Bytes hash = sha256(message);
    return EVP_PKEY_verify_init(context.get()) == 1 &&
           EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_PKCS1_PADDING) == 1 &&
           EVP_PKEY_CTX_set_signature_md(context.get(), EVP_sha256()) == 1 &&
           EVP_PKEY_verify(context.get(), signature.data(), signature.size(), hash.data(), hash.size()) == 1;
}

Bytes sha256(const Bytes& message)
{
    Bytes hash(SHA256_DIGEST_LENGTH);
    SHA256(message.data(), message.size(), hash.data());
    return hash;
}

Bytes digestInfo(const Bytes& digest)
{
    constexpr std::uint8_t kAlgorithm[] = {0x30, 0x0D, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01,
                                           0x65, 0x03, 0x04, 0x02, 0x01, 0x05, 0x00};
    Bytes info{0x30, static_cast<std::uint8_t>(sizeof kAlgorithm + 2 + digest.size())};
    info.insert(info.end(), std::begin(kAlgorithm), std::end(kAlgorithm));
    info.push_back(0x04);
    info.push_back(static_cast<std::uint8_t>(digest.size()));
    info.insert(info.end(), digest.begin(), digest.end());
    return info;
}

} // namespace madoguchi::sim
