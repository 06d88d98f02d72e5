// SPDX-License-Identifier: Apache-2.0
// Erasure's clock: a timer of the kernel that sends SIGKILL to the process that armed it. It needs nothing of
// that process any more: it strikes a busy loop, a deadlock and a stopped process alike, and CLOCK_BOOTTIME
// counts through suspend and is not moved by anybody who sets the clock.
//
// It does nothing in the init of a PID namespace, which the kernel protects from its own signals: hence the
// visit is the init's child (GroupInit.h), and its death is the group's.
#pragma once

#include "foundation/base/Erasure.h"
#include "foundation/base/Result.h"

#include <optional>

#include <time.h>

namespace madoguchi {

class KillTimer final : public ErasurePort {
public:
    /// `cap`: nothing extends the time beyond this, counted from the first arm().
    explicit KillTimer(std::chrono::milliseconds cap) : cap_{cap} {}
    ~KillTimer() override;
    KillTimer(const KillTimer&) = delete;
    KillTimer& operator=(const KillTimer&) = delete;

    /// Internal when the kernel refuses: then there must be no personal data.
    Result<void> arm(std::chrono::milliseconds within) override;

    /// SIGKILL to ourselves, now.
    void erase() override;

private:
    std::chrono::milliseconds cap_;
    std::optional<timer_t> timer_;
    std::optional<std::chrono::nanoseconds> end_; ///< CLOCK_BOOTTIME
};

} // namespace madoguchi
