// SPDX-License-Identifier: Apache-2.0
// A moment on CLOCK_BOOTTIME as a descriptor that becomes readable then: suspend and a clock that somebody
// sets do not move it.
#pragma once

#include "foundation/base/UniqueFd.h"

#include <chrono>

namespace madoguchi {

class Deadline {
public:
    Deadline();

    void in(std::chrono::milliseconds time); ///< from now; replaces what was set
    void clear();
    /// Takes back the readiness; call it in the handler.
    void acknowledge();
    [[nodiscard]] int fd() const { return timer_.value(); }

private:
    UniqueFd timer_;
};

} // namespace madoguchi
