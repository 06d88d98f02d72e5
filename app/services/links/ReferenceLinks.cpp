// SPDX-License-Identifier: Apache-2.0
#include "services/links/ReferenceLinks.h"

#include "domain/eligibility/NameKey.h"
#include "foundation/base/Bytes.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rand.h>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <fstream>
#include <memory>
#include <optional>

namespace madoguchi {
namespace {

constexpr std::size_t kSecret = 32, kNonce = 12, kTag = 16, kId = 16;
constexpr std::size_t kLargestFile = std::size_t{64} << 20U;
constexpr std::size_t kLargestNumber = 50;

using Block = std::array<std::uint8_t, kSecret>;

Fault failed(std::string_view where, int error = errno)
{
    return {FaultCode::Internal, FaultSpace::Errno, error, where};
}

std::string hex(const std::uint8_t* bytes, std::size_t count)
{
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text;
    for (std::size_t i = 0; i < count; ++i) {
        text += kDigits[bytes[i] >> 4U];
        text += kDigits[bytes[i] & 15U];
    }
    return text;
}

std::optional<Bytes> unhex(std::string_view text)
{
    const auto digit = [](char c) {
        return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
    };
    Bytes bytes;
    if (text.size() % 2 != 0)
        return std::nullopt;
    for (std::size_t i = 0; i < text.size(); i += 2) {
        const int high = digit(text[i]), low = digit(text[i + 1]);
        if (high < 0 || low < 0)
            return std::nullopt;
        bytes.push_back(static_cast<std::uint8_t>(high * 16 + low));
    }
    return bytes;
}

/// What does not change with the insurer or the card.
std::string traits(const Qualification& person)
{
    std::string text;
    for (const char32_t point : kanaKey(person.nameKana))
        text += std::to_string(static_cast<std::uint32_t>(point)) + ' ';
    return text + '/' + person.birthdate + '/' + person.sex1;
}

Block keyed(const Block& secret, std::string_view purpose, const std::string& text)
{
    const auto subject = std::string{purpose} + '\0' + text;
    Block out{};
    unsigned length = 0;
    HMAC(EVP_sha256(), secret.data(), static_cast<int>(secret.size()),
         reinterpret_cast<const unsigned char*>(subject.data()), subject.size(), out.data(), &length);
    return out;
}

struct CipherFree {
    void operator()(EVP_CIPHER_CTX* context) const { EVP_CIPHER_CTX_free(context); }
};
using Cipher = std::unique_ptr<EVP_CIPHER_CTX, CipherFree>;

/// nonce, text, tag.
std::optional<Bytes> seal(const Block& key, const std::string& text)
{
    Bytes sealed(kNonce + text.size() + kTag);
    const Cipher cipher{EVP_CIPHER_CTX_new()};
    int length = 0;
    const bool good =
        RAND_bytes(sealed.data(), kNonce) == 1 &&
        EVP_EncryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, key.data(), sealed.data()) == 1 &&
        EVP_EncryptUpdate(cipher.get(), sealed.data() + kNonce, &length,
                          reinterpret_cast<const unsigned char*>(text.data()),
                          static_cast<int>(text.size())) == 1 &&
        EVP_EncryptFinal_ex(cipher.get(), sealed.data() + kNonce + length, &length) == 1 &&
        EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_GET_TAG, kTag, sealed.data() + kNonce + text.size()) ==
            1;
    return good ? std::optional{std::move(sealed)} : std::nullopt;
}

std::optional<std::string> unseal(const Block& key, Bytes sealed)
{
    if (sealed.size() < kNonce + kTag || sealed.size() > kNonce + kTag + kLargestNumber)
        return std::nullopt;
    const auto size = sealed.size() - kNonce - kTag;
    std::string text(size, '\0');
    const Cipher cipher{EVP_CIPHER_CTX_new()};
    int length = 0;
    auto* out = reinterpret_cast<unsigned char*>(text.data());
    const bool good =
        EVP_DecryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, key.data(), sealed.data()) == 1 &&
        EVP_DecryptUpdate(cipher.get(), out, &length, sealed.data() + kNonce, static_cast<int>(size)) == 1 &&
        EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_SET_TAG, kTag, sealed.data() + kNonce + size) == 1 &&
        EVP_DecryptFinal_ex(cipher.get(), out + length, &length) == 1;
    return good ? std::optional{std::move(text)} : std::nullopt;
}

struct Descriptor {
    explicit Descriptor(int number) : fd{number} {}
    ~Descriptor()
    {
        if (fd >= 0)
            ::close(fd);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int fd;
};

/// Made at the first use; two terminals that begin together end with the same one.
Result<Block> secretOf(const std::filesystem::path& folder)
{
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error)
        return failed("visit/links", error.value());
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all, error);
    const Descriptor file{
        ::open((folder / "links.key").c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600)};
    if (file.fd < 0 || ::flock(file.fd, LOCK_EX) != 0)
        return failed("visit/linksKey");
    Block secret{};
    const auto size = ::pread(file.fd, secret.data(), secret.size(), 0);
    if (size == static_cast<ssize_t>(secret.size()))
        return secret;
    if (size != 0)
        return failed("visit/linksKeyIsShort", EINVAL);
    if (RAND_bytes(secret.data(), static_cast<int>(secret.size())) != 1 ||
        ::pwrite(file.fd, secret.data(), secret.size(), 0) != static_cast<ssize_t>(secret.size()) ||
        ::fsync(file.fd) != 0)
        return failed("visit/linksKey");
    return secret;
}

} // namespace

ReferenceLinks::ReferenceLinks(std::filesystem::path folder) : folder_{std::move(folder)} {}

Result<std::string> ReferenceLinks::find(const Qualification& person) const
{
    const auto secret = secretOf(folder_);
    if (!secret)
        return secret.fault();
    const auto file = folder_ / "links";
    std::error_code error;
    if (std::filesystem::file_size(file, error) > kLargestFile && !error)
        return failed("visit/linksTooLarge", EFBIG);
    const auto id = hex(keyed(*secret, "id", traits(person)).data(), kId);
    std::ifstream lines{file};
    std::string found;
    for (std::string line; std::getline(lines, line);) {
        if (!line.starts_with(id) || line.size() <= id.size() + 1)
            continue;
        const auto sealed = unhex(std::string_view{line}.substr(id.size() + 1));
        auto number = sealed ? unseal(keyed(*secret, "value", traits(person)), *sealed) : std::nullopt;
        if (number)
            found = *std::move(number); // the last word counts
    }
    return found;
}

Result<void> ReferenceLinks::keep(const Qualification& person, const std::string& patientNumber)
{
    const auto secret = secretOf(folder_);
    if (!secret)
        return secret.fault();
    if (person.nameKana.empty() || person.birthdate.empty() || patientNumber.empty() ||
        patientNumber.size() > kLargestNumber)
        return Fault{FaultCode::MessageInvalid, FaultSpace::None, 0, "visit/link"};
    const auto sealed = seal(keyed(*secret, "value", traits(person)), patientNumber);
    if (!sealed)
        return failed("visit/seal", EIO);
    const auto line = hex(keyed(*secret, "id", traits(person)).data(), kId) + ' ' +
                      hex(sealed->data(), sealed->size()) + '\n';
    const Descriptor file{
        ::open((folder_ / "links").c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600)};
    if (file.fd < 0 || ::flock(file.fd, LOCK_EX) != 0 ||
        ::write(file.fd, line.data(), line.size()) != static_cast<ssize_t>(line.size()) ||
        ::fsync(file.fd) != 0)
        return failed("visit/links");
    return {};
}

} // namespace madoguchi
