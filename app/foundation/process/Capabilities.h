// SPDX-License-Identifier: Apache-2.0
// The one capability the supervisor is given, and its end before anything else of ours is executed.
#pragma once

namespace madoguchi {

/// Whether this process may make PID and mount namespaces without a user namespace around them
/// (CAP_SYS_ADMIN).
[[nodiscard]] bool mayMakeNamespaces();

/// Gives up every capability, also for what this process executes as an ordinary user. Needs neither memory
/// nor a lock, so that a child may call it before exec. False with errno.
bool dropCapabilities();

} // namespace madoguchi
