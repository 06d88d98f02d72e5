// SPDX-License-Identifier: Apache-2.0
// What a piece of work costs: processor time, and memory beyond what the process had before. Measured in a
// forked child, so that neither another test nor another process on the machine counts.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>

namespace madoguchi {

struct Cost {
    bool ended{false}; ///< returned by itself, without a crash
    std::chrono::milliseconds time{0};
    std::size_t kibibytes{0};
};

[[nodiscard]] Cost costOf(const std::function<void()>& work);

/// 1, or more in a build whose instruments cost memory and time themselves.
inline constexpr int kCostFactor = MADO_COST_FACTOR;

} // namespace madoguchi
