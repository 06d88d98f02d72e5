// SPDX-License-Identifier: Apache-2.0
#include "drivers/sim/card/PracticeFiles.h"

#include <cerrno>
#include <fcntl.h>
#include <fstream>
#include <sys/file.h>

namespace madoguchi::sim {

namespace fs = std::filesystem;

namespace {

Fault fileFault(std::string_view where)
{
    return {FaultCode::Internal, FaultSpace::Errno, errno, where};
}

} // namespace

std::optional<std::string> readSmallFile(const fs::path& path)
{
    constexpr std::uintmax_t kLargest = 1'000'000;
    std::error_code error;
    const auto size = fs::file_size(path, error);
    if (error || size > kLargest)
        return {};
    std::ifstream in{path, std::ios::binary};
    std::string content(size, '\0');
    in.read(content.data(), static_cast<std::streamsize>(size));
    return in ? std::optional{std::move(content)} : std::nullopt;
}

Result<void> replaceFile(const fs::path& path, const std::string& content)
{
    fs::path temporary = path;
    temporary += ".new";
    const UniqueFd file{::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600)};
    if (!file ||
        ::write(file.value(), content.data(), content.size()) != static_cast<ssize_t>(content.size()) ||
        ::rename(temporary.c_str(), path.c_str()) != 0)
        return fileFault("sim/replaceFile");
    return {};
}

Result<UniqueFd> lockFolder(const fs::path& folder)
{
    std::error_code error;
    fs::create_directories(folder, error);
    UniqueFd lock{::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    if (!lock || ::flock(lock.value(), LOCK_EX) != 0)
        return fileFault("sim/lockFolder");
    return lock;
}

Result<CardKey> ensureKey(const fs::path& path)
{
    constexpr std::string_view kWhere = "sim/ensureKey";
    if (const auto pem = readSmallFile(path)) {
        auto key = CardKey::fromPem(*pem);
        return key ? Result<CardKey>{std::move(*key)}
                   : Fault{FaultCode::Internal, FaultSpace::None, 0, kWhere};
    }
    auto key = CardKey::generate();
    if (!key)
        return Fault{FaultCode::Internal, FaultSpace::None, 0, kWhere};
    if (auto stored = replaceFile(path, key->privatePem()); !stored)
        return stored.fault();
    return std::move(*key);
}

} // namespace madoguchi::sim
