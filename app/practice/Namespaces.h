// SPDX-License-Identifier: Apache-2.0
// The kernel's side of an Enclosure. Every function returns an empty string, or what went wrong in words for
// the person who started it.
#pragma once

#include <string>
#include <sys/types.h>

namespace madoguchi {

struct ClonedProcess {
    pid_t pid{-1};             ///< 0 in the child, -1 with errno set when the kernel refused
    bool userNamespace{false}; ///< the child is in a user namespace and has to map itself
};

/// fork() into new mount, network and PID namespaces, with a user namespace around them where the kernel
/// wants one.
[[nodiscard]] ClonedProcess forkIntoNamespaces();

/// Gives the caller's own ids a meaning in its new user namespace. `uid` and `gid` are those before the
/// clone.
[[nodiscard]] std::string mapOwnIds(uid_t uid, gid_t gid);

/// Mounts made from here on stay in this namespace.
[[nodiscard]] std::string detachMounts();

/// /run/pcscd is an empty folder of our own. The rest of /run stays as it is.
[[nodiscard]] std::string freshPcscdFolder();

/// Only vpcd's driver is left to find, so that no USB reader of the machine is opened. Its path is
/// vpcdDriver().
[[nodiscard]] std::string hideOtherReaderDrivers();

/// Where vpcd's driver is found after hideOtherReaderDrivers().
[[nodiscard]] std::string vpcdDriver();

[[nodiscard]] std::string raiseLoopback();

/// /proc names the processes of this namespace by the numbers they have in it. A container may forbid that;
/// who looks for processes by number then finds the machine's, and nothing else suffers.
void showOwnProcesses();

} // namespace madoguchi
