// SPDX-License-Identifier: Apache-2.0
// Turns what each frame suggests into instructions that a person can read: one at a time, and none that
// flickers.
#pragma once

#include "domain/status/Guidance.h"

#include <chrono>
#include <optional>

namespace madoguchi {

class GuidanceFilter {
public:
    using Time = std::chrono::milliseconds; ///< any steady clock

    static constexpr Time kSteady{300};   ///< an instruction must hold this long before it is given
    static constexpr Time kReadable{800}; ///< and stays at least this long, unless things became good

    /// `seen` is this frame's. Returns the instruction when it changes.
    std::optional<Guidance> observe(Guidance seen, Time now);

private:
    std::optional<Guidance> shown_;
    Time shownSince_{0};
    std::optional<Guidance> candidate_;
    Time candidateSince_{0};
};

} // namespace madoguchi
