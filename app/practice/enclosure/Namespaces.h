// SPDX-License-Identifier: Apache-2.0
// The kernel's side of an Enclosure. Every function returns an empty string, or what went wrong in words for
// the person who started it.
#pragma once

#include <string>

namespace madoguchi {

/// Mount, network and PID namespaces, with a user namespace around them where the kernel wants one; the
/// caller keeps its ids. The caller must have a single thread; its next child is the first process of the PID
/// namespace.
[[nodiscard]] std::string enterNamespaces();

/// Whether a visit's group will get the PID and mount namespaces without which it is not started: its death
/// is the erasure. Tried in a child.
[[nodiscard]] std::string tryVisitNamespaces();

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
