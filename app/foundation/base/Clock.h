// SPDX-License-Identifier: Apache-2.0
// The machine's clocks as a port.
#pragma once

#include <chrono>
#include <cstdint>

namespace madoguchi {

/// Time, so that no test has to wait for it.
class Clock {
public:
    using Tick = std::chrono::duration<std::int64_t, std::milli>; ///< since boot, runs through suspend
    virtual ~Clock() = default;
    [[nodiscard]] virtual Tick now() const = 0;
    [[nodiscard]] virtual std::chrono::sys_seconds wallTime() const = 0;
};

} // namespace madoguchi
