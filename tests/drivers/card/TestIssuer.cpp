// SPDX-License-Identifier: Apache-2.0
#include "TestIssuer.h"

#include "drivers/card/RsaKey.h"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

namespace madoguchi::testing {
namespace {

Bytes number(evp_pkey_st* key, const char* name)
{
    BIGNUM* value = nullptr;
    EVP_PKEY_get_bn_param(key, name, &value);
    Bytes bytes(static_cast<std::size_t>(BN_num_bytes(value)));
    BN_bn2bin(value, bytes.data());
    BN_free(value);
    return bytes;
}

std::string contents(BIO* memory)
{
    char* data = nullptr;
    const long size = BIO_get_mem_data(memory, &data);
    std::string text{data, static_cast<std::size_t>(size)};
    BIO_free(memory);
    return text;
}

Bytes text(std::string_view characters)
{
    return {characters.begin(), characters.end()};
}

Bytes big(std::uint32_t value, int bytes)
{
    Bytes out;
    for (int i = bytes; i-- > 0;)
        out.push_back(static_cast<std::uint8_t>(value >> (8 * i)));
    return out;
}

} // namespace

TestKey::TestKey() : key_{EVP_RSA_gen(2048), EVP_PKEY_free} {}

std::string TestKey::publicPem() const
{
    BIO* memory = BIO_new(BIO_s_mem());
    PEM_write_bio_PUBKEY(memory, key_.get());
    return contents(memory);
}

std::string TestKey::privatePem() const
{
    BIO* memory = BIO_new(BIO_s_mem());
    PEM_write_bio_PrivateKey(memory, key_.get(), nullptr, nullptr, 0, nullptr, nullptr);
    return contents(memory);
}

Bytes TestKey::cardObject() const
{
    return tlv(0x90, number(key_.get(), OSSL_PKEY_PARAM_RSA_E)) +
           tlv(0x91, number(key_.get(), OSSL_PKEY_PARAM_RSA_N));
}

Bytes TestKey::sign(ByteSpan data) const
{
    return signPayload(digestInfo(sha256(data)));
}

Bytes TestKey::signPayload(ByteSpan payload) const
{
    EVP_PKEY_CTX* context = EVP_PKEY_CTX_new(key_.get(), nullptr);
    EVP_PKEY_sign_init(context);
    EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PADDING);
    Bytes signature(256);
    std::size_t size = signature.size();
    EVP_PKEY_sign(context, signature.data(), &size, payload.data(), payload.size());
    EVP_PKEY_CTX_free(context);
    return signature;
}

const TestIssuer& TestIssuer::one()
{
    static const TestIssuer issuer;
    return issuer;
}

Bytes TestIssuer::certificate(const TestKey& signer, const TestKey& subject)
{
    const auto body = hex(kIssuerKeyId) + text("1322121/practice") + subject.cardObject();
    return tlv(0x7F21, tlv(0x5F4E, body) + tlv(0x5F37, signer.sign(body)));
}

Bytes TestIssuer::face(const FaceParts& parts) const
{
    const auto first =
        tlv(0xDF22, text("19800217")) + tlv(0xDF23, text("1")) + tlv(0xDF24, card.cardObject());
    const auto second = tlv(0xDF25, text("name picture")) + tlv(0xDF26, text("address picture"));
    const auto third = tlv(0xDF27, parts.photo);
    Bytes digests;
    for (const auto& part : {first, second, third}) {
        const auto digest = sha256(part);
        digests = digests + Bytes{digest.begin(), digest.end()};
    }
    const auto content = tlv(0xDF21, Bytes(18)) + first + second + third +
                         tlv(0xDF28, issuer.signPayload(digestInfo(digests))) +
                         tlv(0xDF29, text(parts.expiry)) + tlv(0xDF2A, text("code picture"));
    return tlv(0xFF20, content) + Bytes(parts.filler, 0xFF);
}

IssuerTrust TestIssuer::trust() const
{
    return std::move(*IssuerTrust::fromText({{std::string{kIssuerKeyId}, authority.publicPem()}}));
}

Bytes TestIssuer::personCertificate(std::chrono::sys_seconds notAfter) const
{
    X509* certificate = X509_new();
    X509_set_version(certificate, X509_VERSION_3);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate), 42);
    ASN1_TIME_set(X509_getm_notBefore(certificate), notAfter.time_since_epoch().count() - 5 * 365 * 86400L);
    ASN1_TIME_set(X509_getm_notAfter(certificate), notAfter.time_since_epoch().count());
    X509_set_pubkey(certificate, person.handle());
    X509_sign(certificate, authority.handle(), EVP_sha256());
    std::uint8_t* der = nullptr;
    const int size = i2d_X509(certificate, &der);
    Bytes bytes{der, der + size};
    OPENSSL_free(der);
    X509_free(certificate);
    return bytes;
}

Bytes tlv(std::uint32_t tag, const Bytes& value)
{
    const auto size = static_cast<std::uint32_t>(value.size());
    const auto header = big(tag, tag > 0xFF ? 2 : 1);
    const auto length = size < 0x80    ? big(size, 1)
                        : size < 0x100 ? big(0x8100 | size, 2)
                                       : big(0x820000 | size, 3);
    return header + length + value;
}

Bytes jp2(std::uint32_t width, std::uint32_t height, std::uint16_t components)
{
    Bytes size = big(0xFF4FFF51, 4) + big(38U + 3U * components, 2) + big(0, 2) + big(width, 4) +
                 big(height, 4) + big(0, 4) + big(0, 4) + big(width, 4) + big(height, 4) + big(0, 4) +
                 big(0, 4) + big(components, 2);
    for (int i = 0; i < components; ++i)
        size = size + hex("07 01 01");
    return hex("0000000C 6A502020 0D0A870A") + hex("00000014 66747970 6A703220 00000000 6A703220") +
           big(static_cast<std::uint32_t>(size.size()) + 8, 4) + hex("6A703263") + size;
}

} // namespace madoguchi::testing
