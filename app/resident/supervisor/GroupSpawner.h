// SPDX-License-Identifier: Apache-2.0
// Starts a program as the first process of a PID namespace of its own, so that its end is the end of
// everything it ever started, and with a /proc in which nobody else can be seen.
#pragma once

#include "foundation/line/Channel.h"
#include "foundation/base/Result.h"

#include <filesystem>
#include <string>
#include <vector>

#include <sys/types.h>

namespace madoguchi {

struct GroupCommand {
    std::filesystem::path program;
    std::vector<std::string> arguments; ///< besides --channel FD, which is put in front
};

struct SpawnedGroup {
    pid_t init{-1};
    UniqueFd pidFd;  ///< readable once the whole group is gone
    Channel channel; ///< our end
};

/// The group inherits its channel, standard error (also as standard output) and allowedEnvironment(), nothing
/// else; it is killed when the calling thread ends. As an ordinary user it also gets a user namespace. Fault:
/// Internal with errno when the kernel refuses namespaces. A program that cannot be executed ends with 127.
Result<SpawnedGroup> spawnGroup(const GroupCommand& command);

} // namespace madoguchi
