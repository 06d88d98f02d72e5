// SPDX-License-Identifier: Apache-2.0
// The machine's clocks behind the Clock port.
#pragma once

#include "foundation/base/Clock.h"

namespace madoguchi {

class SystemClock final : public Clock {
public:
    /// CLOCK_BOOTTIME: runs through suspend, is not moved when somebody sets the time.
    [[nodiscard]] Tick now() const override;
    [[nodiscard]] std::chrono::sys_seconds wallTime() const override;
};

} // namespace madoguchi
