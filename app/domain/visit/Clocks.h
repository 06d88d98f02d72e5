// SPDX-License-Identifier: Apache-2.0
// The two clocks of a visit. The table says when the step's begins anew; nothing moves the visit's own.
#pragma once

#include "domain/status/VisitTimings.h"
#include "domain/visit/Events.h"
#include "domain/visit/Visit.h"
#include "foundation/base/Clock.h"

#include <chrono>
#include <optional>

namespace madoguchi {

class Clocks {
public:
    Clocks(const Clock& clock, VisitTimings timings) : clock_{clock}, timings_{timings} {}

    /// After each step, with where the visit stands now.
    void follow(const Visit& visit, bool restartsStep);

    /// What has run out, once.
    [[nodiscard]] std::optional<Event> due();
    [[nodiscard]] std::chrono::milliseconds untilNext() const;
    [[nodiscard]] int stepSecondsLeft() const; ///< 0 = no limit

private:
    const Clock& clock_;
    VisitTimings timings_;
    std::optional<Clock::Tick> stepEnd_;
    std::optional<Clock::Tick> visitEnd_;
};

/// How long this step may take; 0 = as long as it likes.
[[nodiscard]] std::chrono::milliseconds limitOf(const Visit& visit, const VisitTimings& timings);

} // namespace madoguchi
