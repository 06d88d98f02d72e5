// SPDX-License-Identifier: Apache-2.0
#include "services/staff/Throttle.h"

#include <algorithm>

namespace madoguchi {

std::chrono::seconds delayAfter(int failures)
{
    constexpr std::chrono::seconds kFirst{30};
    constexpr std::chrono::seconds kLongest{3600};
    if (failures < kFreeFailures)
        return {};
    const int doublings = std::min(failures - kFreeFailures, 10);
    return std::min(kFirst * (1 << doublings), kLongest);
}

std::chrono::seconds waitLeft(const Attempts& attempts, std::chrono::sys_seconds now)
{
    const auto delay = delayAfter(attempts.failures);
    return now < attempts.last ? delay : std::max(std::chrono::seconds{0}, attempts.last + delay - now);
}

void countFailure(AttemptTable& table, const std::string& who, std::chrono::sys_seconds now)
{
    if (!table.contains(who) && table.size() >= kMaxAttemptNames)
        table.erase(std::ranges::min_element(table, {}, [](const auto& entry) { return entry.second.last; }));
    auto& attempts = table[who];
    ++attempts.failures;
    attempts.last = now;
}

} // namespace madoguchi
