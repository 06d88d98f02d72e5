// SPDX-License-Identifier: Apache-2.0
#include "drivers/receipt/oqs/FolderWriter.h"

#include "drivers/receipt/oqs/FileFaults.h"
#include "drivers/receipt/oqs/StagedFile.h"
#include "foundation/base/GroupAccess.h"
#include "foundation/base/UniqueFd.h"

#include <array>
#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>

namespace madoguchi {
namespace {

Result<UniqueFd> openFolder(const std::filesystem::path& path, std::string_view where)
{
    UniqueFd folder{open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    if (!folder.valid())
        return fileFault(errno, where);
    return folder;
}

/// A file system may be unable to sync a folder (some network shares); what it cannot do it cannot lose.
Result<void> syncFolder(int folder)
{
    if (fsync(folder) == 0 || errno == EINVAL || errno == EROFS)
        return {};
    return fileFault(errno, "handoff/syncFolder");
}

bool wasRemoved(int folder)
{
    struct stat status {};
    return fstat(folder, &status) != 0 || status.st_nlink == 0;
}

/// Compares the file with `bytes`; EILSEQ if they differ, for want of a better number.
Result<void> readBack(int folder, const std::string& name, std::string_view bytes)
{
    constexpr auto kWhere = "handoff/readBack";
    const UniqueFd file{openat(folder, name.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC)};
    if (!file.valid()) {
        const int error = errno;
        const bool collected = error == ENOENT && !wasRemoved(folder);
        return collected ? Result<void>{} : fileFault(error, kWhere);
    }
    std::array<char, 4096> chunk{};
    for (;;) {
        const auto size = read(file.value(), chunk.data(), chunk.size());
        if (size < 0)
            return fileFault(errno, kWhere);
        if (size == 0)
            return bytes.empty() ? Result<void>{} : fileFault(EILSEQ, kWhere);
        const std::string_view part{chunk.data(), static_cast<std::size_t>(size)};
        if (!bytes.starts_with(part))
            return fileFault(EILSEQ, kWhere);
        bytes.remove_prefix(part.size());
    }
}

} // namespace

FolderWriter::FolderWriter(std::filesystem::path staging, bool direct, std::string group)
    : staging_{std::move(staging)}, direct_{direct}, group_{std::move(group)}
{
}

Result<void> FolderWriter::place(const std::filesystem::path& folder, const std::string& name,
                                 std::string_view bytes) const
{
    const auto target = openFolder(folder, "handoff/openFolder");
    if (!target)
        return target.fault();
    const auto placed =
        direct_ ? placeDirectly(target->value(), name, bytes) : placeStaged(target->value(), name, bytes);
    if (!placed)
        return placed;
    if (const auto synced = syncFolder(target->value()); !synced)
        return synced;
    return readBack(target->value(), name, bytes);
}

Result<void> FolderWriter::placeStaged(int folder, const std::string& name, std::string_view bytes) const
{
    const auto staging = openFolder(staging_, "handoff/openStaging");
    if (!staging)
        return staging.fault();
    auto file = StagedFile::create(staging->value(), name, group_);
    if (!file)
        return file.fault();
    if (const auto written = file->write(bytes); !written)
        return written;
    if (const auto published = file->publish(folder, name); !published)
        return published;
    return syncFolder(staging->value());
}

Result<void> FolderWriter::placeDirectly(int folder, const std::string& name, std::string_view bytes) const
{
    constexpr mode_t kMode = 0600; // until it is given away
    const UniqueFd file{
        openat(folder, name.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_NOFOLLOW | O_CLOEXEC, kMode)};
    if (!file.valid())
        return fileFault(errno, "handoff/openDirect");
    const int given = giveToGroup(file.value(), group_);
    if (const int error = given != 0 ? given : writeAndSync(file.value(), bytes); error != 0) {
        unlinkat(folder, name.c_str(), 0);
        return fileFault(error, "handoff/writeDirect");
    }
    return {};
}

Result<void> FolderWriter::check(const std::filesystem::path& folder) const
{
    const auto target = openFolder(folder, "handoff/openFolder");
    if (!target)
        return target.fault();
    if (faccessat(target->value(), ".", W_OK | X_OK, AT_EACCESS) != 0)
        return fileFault(errno, "handoff/checkFolder");
    if (direct_)
        return {};

    const auto staging = openFolder(staging_, "handoff/openStaging");
    if (!staging)
        return staging.fault();
    if (faccessat(staging->value(), ".", W_OK | X_OK, AT_EACCESS) != 0)
        return fileFault(errno, "handoff/checkStaging");
    if (const auto given = StagedFile::create(staging->value(), "check", group_); !given)
        return given.fault();
    struct stat here {
    }, there{};
    if (fstat(target->value(), &here) != 0 || fstat(staging->value(), &there) != 0)
        return fileFault(errno, "handoff/checkVolume");
    return here.st_dev == there.st_dev ? Result<void>{} : fileFault(EXDEV, "handoff/checkVolume");
}

int FolderWriter::sweep() const
{
    const auto staging = openFolder(staging_, "handoff/openStaging");
    return staging ? StagedFile::sweep(staging->value()) : 0;
}

} // namespace madoguchi
