// SPDX-License-Identifier: Apache-2.0
// The first process of a visit's PID namespace. The kernel kills every other process of a namespace, in
// whatever state, when its first process ends; that makes one death enough. But that first process is immune
// to signals from within, even to its own kernel timer. So it does nothing at all: it forks the visit, and
// ends when the visit ends.
#pragma once

#include "foundation/base/Result.h"

namespace madoguchi {

/// First thing in a visit's main(), before any thread or open library. In the first process of a PID
/// namespace it forks: the parent stays as init, holding no descriptor, and never returns; the child returns.
/// In any other process (a visit started by hand) it returns at once.
Result<void> leadGroup();

/// Asks the kernel to kill this process when its parent ends. Race: the parent may have ended before; who
/// calls this looks at its channel afterwards.
Result<void> dieWithParent();

} // namespace madoguchi
