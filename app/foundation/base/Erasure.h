// SPDX-License-Identifier: Apache-2.0
// The end of everything a visit knows, as a port.
#pragma once

#include "foundation/base/Result.h"

#include <chrono>

namespace madoguchi {

/// The end of the visit's process group.
class ErasurePort {
public:
    virtual ~ErasurePort() = default;

    /// Arms the kernel's timer: SIGKILL after `within`, counted through suspend. A later call may move the
    /// end, never past the absolute cap that the first call set.
    virtual Result<void> arm(std::chrono::milliseconds within) = 0;

    /// Ends the group now. Does not return in a real visit.
    virtual void erase() = 0;
};

} // namespace madoguchi
