// SPDX-License-Identifier: Apache-2.0
#include "drivers/receipt/oqs/StagedFile.h"

#include "drivers/receipt/oqs/FileFaults.h"
#include "foundation/base/GroupAccess.h"

#include <cerrno>
#include <cstdio>
#include <memory>

#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

namespace madoguchi {
namespace {

constexpr std::string_view kSuffix = ".madoguchi-part";
constexpr mode_t kMode = 0600; // until it is given to the receipt computer's group

/// Giving a nameless file a name needs its path below /proc: AT_EMPTY_PATH would need a capability.
constexpr auto kOwnDescriptors = "/proc/self/fd/";

bool canBeNamedLater()
{
    return access(kOwnDescriptors, X_OK) == 0;
}

bool isUnsupported(int error)
{
    return error == EOPNOTSUPP || error == EISDIR || error == EINVAL || error == ENOSYS;
}

/// True if the file is ours alone and still has its name: a sweep may have taken it between opening and
/// locking.
bool holds(int file)
{
    struct stat status {};
    return flock(file, LOCK_EX | LOCK_NB) == 0 && fstat(file, &status) == 0 && status.st_nlink == 1;
}

struct DirectoryCloser {
    void operator()(DIR* directory) const { closedir(directory); }
};

bool removeIfAbandoned(int folder, const char* name)
{
    const UniqueFd file{openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)};
    return file.valid() && flock(file.value(), LOCK_EX | LOCK_NB) == 0 && unlinkat(folder, name, 0) == 0;
}

} // namespace

int writeAndSync(int file, std::string_view bytes)
{
    while (!bytes.empty()) {
        const auto written = ::write(file, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return errno;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return fsync(file) == 0 ? 0 : errno;
}

Result<StagedFile> StagedFile::create(int folder, const std::string& name, const std::string& group)
{
    auto file = createFor(folder, name);
    if (!file)
        return file;
    const int error = giveToGroup(file->file_.value(), group);
    return error == 0 ? std::move(file) : fileFault(error == ENOENT ? EPERM : error, "handoff/group");
}

Result<StagedFile> StagedFile::createFor(int folder, const std::string& name)
{
    if (canBeNamedLater()) {
        UniqueFd nameless{openat(folder, ".", O_TMPFILE | O_WRONLY | O_CLOEXEC, kMode)};
        if (nameless.valid())
            return StagedFile{folder, std::move(nameless), {}};
        if (!isUnsupported(errno))
            return fileFault(errno, "handoff/stage");
    }

    auto stagedName = name + std::string{kSuffix};
    UniqueFd named{
        openat(folder, stagedName.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_NOFOLLOW | O_CLOEXEC, kMode)};
    if (!named.valid())
        return fileFault(errno, "handoff/stage");
    if (!holds(named.value()))
        return fileFault(EEXIST, "handoff/stageLock");
    return StagedFile{folder, std::move(named), std::move(stagedName)};
}

StagedFile::StagedFile(int folder, UniqueFd file, std::string stagedName)
    : folder_{folder}, file_{std::move(file)}, stagedName_{std::move(stagedName)}
{
}

StagedFile::StagedFile(StagedFile&& other) noexcept
    : folder_{other.folder_}, file_{std::move(other.file_)}, stagedName_{std::exchange(other.stagedName_, {})}
{
}

StagedFile::~StagedFile()
{
    if (!stagedName_.empty())
        unlinkat(folder_, stagedName_.c_str(), 0);
}

Result<void> StagedFile::write(std::string_view bytes)
{
    const int error = writeAndSync(file_.value(), bytes);
    return error == 0 ? Result<void>{} : fileFault(error, "handoff/write");
}

Result<void> StagedFile::publish(int target, const std::string& name)
{
    const int error = move(target, name);
    return error == 0 ? Result<void>{} : fileFault(error, "handoff/publish");
}

int StagedFile::move(int target, const std::string& name) const
{
    if (stagedName_.empty()) {
        const auto path = kOwnDescriptors + std::to_string(file_.value());
        return linkat(AT_FDCWD, path.c_str(), target, name.c_str(), AT_SYMLINK_FOLLOW) == 0 ? 0 : errno;
    }
    if (renameat2(folder_, stagedName_.c_str(), target, name.c_str(), RENAME_NOREPLACE) == 0)
        return 0;
    if (!isUnsupported(errno))
        return errno;
    // Two steps, but neither shows a partial file nor replaces one; the destructor does the second.
    return linkat(folder_, stagedName_.c_str(), target, name.c_str(), 0) == 0 ? 0 : errno;
}

int StagedFile::sweep(int folder)
{
    const int again = openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const std::unique_ptr<DIR, DirectoryCloser> directory{again < 0 ? nullptr : fdopendir(again)};
    int removed = 0;
    while (const dirent* entry = directory ? readdir(directory.get()) : nullptr) {
        if (std::string_view{entry->d_name}.ends_with(kSuffix))
            removed += removeIfAbandoned(folder, entry->d_name) ? 1 : 0;
    }
    return removed;
}

} // namespace madoguchi
