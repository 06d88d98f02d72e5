// SPDX-License-Identifier: Apache-2.0
// Closes the side doors through which memory leaves a process: core dumps, debuggers of the same user,
// set-user-id programs, and environment variables that make libraries write secrets (SSLKEYLOGFILE) or load
// other code.
#pragma once

#include "foundation/base/Result.h"

#include <string>
#include <string_view>
#include <vector>

namespace madoguchi {

/// First lines of every main(): no core dumps, not dumpable (which also keeps other processes of this user
/// out of /proc/PID/mem), no new privileges, and only the environment of allowedEnvironment(). exec makes a
/// process dumpable again, so each program calls it for itself.
Result<void> hardenProcess();

/// What a child of ours may inherit, as "NAME=value": the display, the locale, the place of pcscd's socket.
[[nodiscard]] std::vector<std::string> allowedEnvironment();

/// Whether a variable of this name may be inherited.
[[nodiscard]] bool mayBeInherited(std::string_view name);

} // namespace madoguchi
