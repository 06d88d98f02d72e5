// SPDX-License-Identifier: Apache-2.0
#include "foundation/process/FolderOwner.h"

#include <cerrno>
#include <grp.h>
#include <sys/stat.h>
#include <unistd.h>

namespace madoguchi {

Result<void> becomeOwnerOf(std::filesystem::path folder)
{
    if (::geteuid() != 0)
        return {};
    struct stat status {};
    while (::stat(folder.c_str(), &status) != 0) {
        if (errno != ENOENT || folder == folder.parent_path())
            return Fault{FaultCode::Internal, FaultSpace::Errno, errno, "process/folderOwner"};
        folder = folder.parent_path();
    }
    if (status.st_uid == 0)
        return {};
    if (::setgroups(0, nullptr) != 0 || ::setgid(status.st_gid) != 0 || ::setuid(status.st_uid) != 0)
        return Fault{FaultCode::Internal, FaultSpace::Errno, errno, "process/becomeOwner"};
    return {};
}

} // namespace madoguchi
