// SPDX-License-Identifier: Apache-2.0
// Starts a program as the first process of a PID namespace of its own, so that its end is the end of
// everything it ever started, and with a /proc in which nobody else can be seen.
#pragma once

#include "foundation/base/Result.h"
#include "foundation/line/Channel.h"

#include <filesystem>
#include <string>
#include <vector>

#include <sys/types.h>

namespace madoguchi {

/// What owns a user namespace may look into everything in it, so that any process of this user could read a
/// patient's memory. Only practice, where there is nobody's to read, puts up with one.
enum class UserNamespace : bool { Refused, Allowed };

struct GroupCommand {
    std::filesystem::path program;
    std::vector<std::string> arguments{}; ///< besides --channel FD, which is put in front
    UserNamespace users{UserNamespace::Refused};
};

struct SpawnedGroup {
    pid_t init{-1};
    UniqueFd pidFd;  ///< readable once the whole group is gone
    Channel channel; ///< our end
};

/// The group inherits its channel, standard error (also as standard output) and allowedEnvironment(), nothing
/// else, and no capability; it is killed when the calling thread ends. Without CAP_SYS_ADMIN of our own it
/// gets a user namespace, where that is allowed. Fault: Internal with errno when the kernel refuses
/// namespaces. A program that cannot be executed, or has no /proc of its own, ends with 127.
Result<SpawnedGroup> spawnGroup(const GroupCommand& command);

/// The same without a program, to be asked at the start: whether a group could be started here. `where` of
/// the fault says what is missing: supervisor/spawnGroup (namespaces), supervisor/ownIds, supervisor/ownProc
/// …
Result<void> tryGroup(UserNamespace users);

} // namespace madoguchi
