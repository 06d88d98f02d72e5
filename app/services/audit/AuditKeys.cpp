// SPDX-License-Identifier: Apache-2.0
#include "services/audit/AuditKeys.h"

#include "foundation/base/Digest.h"
#include "foundation/base/DurableFile.h"

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>

#include <array>
#include <charconv>

namespace madoguchi {

namespace {

constexpr std::size_t kSignatureBytes = 64;
constexpr std::size_t kObjectKeyBytes = 32;
constexpr std::size_t kMaxKeyFile = 4096;

struct FreeBio {
    void operator()(BIO* bio) const { BIO_free(bio); }
};
using Bio = std::unique_ptr<BIO, FreeBio>;

struct FreeSigner {
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};
using Signer = std::unique_ptr<EVP_MD_CTX, FreeSigner>;

Fault keyFault(std::string_view where)
{
    return {FaultCode::SettingsInvalid, FaultSpace::None, 0, where};
}

const unsigned char* bytesOf(std::string_view text)
{
    return reinterpret_cast<const unsigned char*>(text.data());
}

Bio reading(const std::string& text)
{
    return Bio{BIO_new_mem_buf(text.data(), static_cast<int>(text.size()))};
}

template<typename Write>
Result<void> writePem(const std::filesystem::path& file, Write write)
{
    const Bio memory{BIO_new(BIO_s_mem())};
    char* text = nullptr;
    if (!memory || write(memory.get()) != 1)
        return keyFault("audit/writeKey");
    const long size = BIO_get_mem_data(memory.get(), &text);
    return writeDurably(file, {text, static_cast<std::size_t>(size)});
}

Result<AuditKey> makeSigningKey(const std::filesystem::path& folder)
{
    AuditKey key{EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519")};
    if (!key)
        return keyFault("audit/makeKey");
    const auto secret = writePem(folder / "signing.pem", [&](BIO* out) {
        return PEM_write_bio_PrivateKey(out, key.get(), nullptr, nullptr, 0, nullptr, nullptr);
    });
    if (!secret)
        return secret.fault();
    const auto open =
        writePem(folder / "public.pem", [&](BIO* out) { return PEM_write_bio_PUBKEY(out, key.get()); });
    if (!open)
        return open.fault();
    return key;
}

Result<AuditKey> signingKey(const std::filesystem::path& folder)
{
    const auto file = folder / "signing.pem";
    if (!std::filesystem::exists(file))
        return makeSigningKey(folder);
    const auto text = readBounded(file, kMaxKeyFile);
    if (!text)
        return text.fault();
    AuditKey key{PEM_read_bio_PrivateKey(reading(*text).get(), nullptr, nullptr, nullptr)};
    if (!key || EVP_PKEY_is_a(key.get(), "ED25519") != 1)
        return keyFault("audit/signingKey");
    return key;
}

Result<Bytes> objectKey(const std::filesystem::path& folder)
{
    const auto file = folder / "object.key";
    if (!std::filesystem::exists(file)) {
        std::string fresh(kObjectKeyBytes, '\0');
        if (RAND_bytes(reinterpret_cast<unsigned char*>(fresh.data()), static_cast<int>(fresh.size())) != 1)
            return keyFault("audit/makeObjectKey");
        if (const auto written = writeDurably(file, fresh); !written)
            return written.fault();
    }
    const auto bytes = readBounded(file, kMaxKeyFile);
    if (!bytes)
        return bytes.fault();
    if (bytes->size() != kObjectKeyBytes)
        return keyFault("audit/objectKey");
    return Bytes(bytes->begin(), bytes->end());
}

std::array<unsigned char, kSignatureBytes> fromHexadecimal(std::string_view text)
{
    std::array<unsigned char, kSignatureBytes> bytes{};
    for (std::size_t i = 0; i < bytes.size(); ++i)
        std::from_chars(text.data() + 2 * i, text.data() + 2 * i + 2, bytes[i], 16);
    return bytes;
}

} // namespace

void FreeKey::operator()(evp_pkey_st* key) const
{
    EVP_PKEY_free(key);
}

Result<AuditKeys> openAuditKeys(const std::filesystem::path& folder)
{
    auto signing = signingKey(folder);
    if (!signing)
        return signing.fault();
    auto object = objectKey(folder);
    if (!object)
        return object.fault();
    return AuditKeys{std::move(*signing), std::move(*object)};
}

Result<AuditKey> readPublicKey(const std::filesystem::path& file)
{
    const auto text = readBounded(file, kMaxKeyFile);
    if (!text)
        return text.fault();
    AuditKey key{PEM_read_bio_PUBKEY(reading(*text).get(), nullptr, nullptr, nullptr)};
    if (!key || EVP_PKEY_is_a(key.get(), "ED25519") != 1)
        return keyFault("audit/publicKey");
    return key;
}

std::string signText(const AuditKey& key, std::string_view text)
{
    const Signer context{EVP_MD_CTX_new()};
    std::array<unsigned char, kSignatureBytes> signature{};
    std::size_t size = signature.size();
    if (!context || EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, key.get()) != 1 ||
        EVP_DigestSign(context.get(), signature.data(), &size, bytesOf(text), text.size()) != 1)
        return {};
    return hexadecimal(signature);
}

bool signatureHolds(const AuditKey& key, std::string_view text, std::string_view signature)
{
    if (signature.size() != 2 * kSignatureBytes || !isHexadecimal(signature))
        return false;
    const auto bytes = fromHexadecimal(signature);
    const Signer context{EVP_MD_CTX_new()};
    return context && EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, key.get()) == 1 &&
           EVP_DigestVerify(context.get(), bytes.data(), bytes.size(), bytesOf(text), text.size()) == 1;
}

} // namespace madoguchi
