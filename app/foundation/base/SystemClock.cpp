// SPDX-License-Identifier: Apache-2.0
#include "foundation/base/SystemClock.h"

#include <ctime>

namespace madoguchi {

Clock::Tick SystemClock::now() const
{
    timespec time{};
    ::clock_gettime(CLOCK_BOOTTIME, &time);
    return std::chrono::duration_cast<Tick>(std::chrono::seconds{time.tv_sec} +
                                            std::chrono::nanoseconds{time.tv_nsec});
}

std::chrono::sys_seconds SystemClock::wallTime() const
{
    return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

} // namespace madoguchi
