// SPDX-License-Identifier: Apache-2.0
#include "resident/supervisor/RuntimeFolder.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

namespace madoguchi {

Result<void> prepareRuntimeFolder(const std::filesystem::path& folder)
{
    if (::mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST)
        return Fault{FaultCode::SettingsInvalid, FaultSpace::Errno, errno, "supervisor/runtimeFolder"};
    struct stat status {};
    if (::lstat(folder.c_str(), &status) != 0)
        return Fault{FaultCode::SettingsInvalid, FaultSpace::Errno, errno, "supervisor/runtimeFolder"};
    const bool ours =
        S_ISDIR(status.st_mode) && status.st_uid == ::geteuid() && (status.st_mode & 0077U) == 0;
    if (!ours)
        return Fault{FaultCode::SettingsInvalid, FaultSpace::Errno, EPERM, "supervisor/runtimeFolder"};
    return {};
}

} // namespace madoguchi
