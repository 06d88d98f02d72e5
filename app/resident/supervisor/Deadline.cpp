// SPDX-License-Identifier: Apache-2.0
#include "resident/supervisor/Deadline.h"

#include <sys/timerfd.h>

#include <algorithm>
#include <cstdint>

namespace madoguchi {

Deadline::Deadline() : timer_{::timerfd_create(CLOCK_BOOTTIME, TFD_CLOEXEC | TFD_NONBLOCK)} {}

void Deadline::in(std::chrono::milliseconds time)
{
    const auto wanted = std::max(time, std::chrono::milliseconds{1}); // zero would disarm it
    itimerspec when{};
    when.it_value.tv_sec = wanted.count() / 1000;
    when.it_value.tv_nsec = wanted.count() % 1000 * 1'000'000;
    ::timerfd_settime(timer_.value(), 0, &when, nullptr);
}

void Deadline::clear()
{
    const itimerspec never{};
    ::timerfd_settime(timer_.value(), 0, &never, nullptr);
}

void Deadline::acknowledge()
{
    std::uint64_t times = 0;
    (void)!::read(timer_.value(), &times, sizeof times);
}

} // namespace madoguchi
