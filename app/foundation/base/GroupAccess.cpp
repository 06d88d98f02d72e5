// SPDX-License-Identifier: Apache-2.0
#include "foundation/base/GroupAccess.h"

#include <cerrno>
#include <grp.h>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

namespace madoguchi {

Result<gid_t> groupNumber(const std::string& name)
{
    constexpr std::size_t kMostMembers = 1024 * 1024; // bytes of their names
    group found{};
    group* answer = nullptr;
    std::vector<char> room(4096);
    int error = ERANGE;
    while (error == ERANGE && room.size() <= kMostMembers) {
        room.resize(room.size() * 2);
        error = ::getgrnam_r(name.c_str(), &found, room.data(), room.size(), &answer);
    }
    if (answer == nullptr)
        return Fault{FaultCode::SettingsInvalid, FaultSpace::Errno, error == 0 ? ENOENT : error,
                     "base/group"};
    return found.gr_gid;
}

int giveToGroup(int file, const std::string& group)
{
    constexpr mode_t kMembers = 0660;
    if (!group.empty()) {
        const auto number = groupNumber(group);
        if (!number)
            return static_cast<int>(number.fault().value);
        if (::fchown(file, static_cast<uid_t>(-1), *number) != 0)
            return errno;
    }
    return ::fchmod(file, kMembers) == 0 ? 0 : errno; // after fchown, which may take bits away
}

} // namespace madoguchi
