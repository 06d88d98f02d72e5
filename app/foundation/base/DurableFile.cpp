// SPDX-License-Identifier: Apache-2.0
#include "foundation/base/DurableFile.h"

#include "foundation/base/UniqueFd.h"

#include <fcntl.h>

#include <cerrno>
#include <cstdio>

namespace madoguchi {

namespace {

Fault fileFault(std::string_view where)
{
    return {FaultCode::Internal, FaultSpace::Errno, errno, where};
}

} // namespace

Result<void> writeAll(int fd, std::string_view bytes)
{
    while (!bytes.empty()) {
        const auto written = ::write(fd, bytes.data(), bytes.size());
        if (written < 0 && errno != EINTR)
            return fileFault("audit/write");
        bytes.remove_prefix(written > 0 ? static_cast<std::size_t>(written) : 0);
    }
    return {};
}

Result<void> syncFolder(const std::filesystem::path& folder)
{
    const UniqueFd fd{::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    if (!fd || ::fsync(fd.value()) != 0)
        return fileFault("audit/syncFolder");
    return {};
}

Result<void> writeDurably(const std::filesystem::path& file, std::string_view contents)
{
    const auto beside = std::filesystem::path{file}.concat(".new");
    {
        const UniqueFd fd{
            ::open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600)};
        if (!fd)
            return fileFault("audit/create");
        if (const auto written = writeAll(fd.value(), contents); !written)
            return written;
        if (::fsync(fd.value()) != 0)
            return fileFault("audit/sync");
    }
    if (std::rename(beside.c_str(), file.c_str()) != 0)
        return fileFault("audit/rename");
    return syncFolder(file.parent_path());
}

Result<std::string> readBounded(const std::filesystem::path& file, std::size_t maxBytes)
{
    const UniqueFd fd{::open(file.c_str(), O_RDONLY | O_CLOEXEC)};
    if (!fd)
        return fileFault("audit/open");
    std::string contents(maxBytes + 1, '\0');
    std::size_t size = 0;
    for (;;) {
        const auto got = ::read(fd.value(), contents.data() + size, contents.size() - size);
        if (got < 0 && errno != EINTR)
            return fileFault("audit/read");
        if (got == 0)
            break;
        size += got > 0 ? static_cast<std::size_t>(got) : 0;
        if (size > maxBytes)
            return Fault{FaultCode::MessageInvalid, FaultSpace::None, 0, "audit/tooLarge"};
    }
    contents.resize(size);
    return contents;
}

} // namespace madoguchi
