// SPDX-License-Identifier: Apache-2.0
// Who sits at one desk, for as long as its line lasts. Locked after five minutes without a hand at it, over
// after twelve hours or five wrong PINs. It lives in this process only, so a restart is a sign-out.
#pragma once

#include "foundation/base/Clock.h"
#include "services/staff/StaffBook.h"

namespace madoguchi {

class Session {
public:
    using Time = Clock::Tick;
    static constexpr std::chrono::minutes kLockAfter{5};
    static constexpr std::chrono::hours kLongest{12};
    static constexpr int kMostWrongPins = 5;

    /// Time has passed: locks and ends by itself.
    void look(Time now);
    /// When look() will change something if nobody does anything.
    [[nodiscard]] std::optional<Time> nextChange() const;

    /// Whether who sits here may do this, now.
    [[nodiscard]] bool may(DeskOperation operation) const;
    void used(Time now);

    void checking();
    void signInChecked(const SignInVerdict& verdict, Time now);
    void pinChecked(bool fits, Time now);
    void lock();
    void signOut(DeskProblem why = DeskProblem::None);
    void refuse(DeskProblem why) { problem_ = why; }

    [[nodiscard]] SessionState state() const { return state_; }
    [[nodiscard]] const std::optional<StaffPerson>& person() const { return person_; }
    [[nodiscard]] DeskSession view() const;

private:
    std::optional<StaffPerson> person_;
    SessionState state_{SessionState::SignedOut};
    SessionState before_{SessionState::SignedOut}; ///< the check
    Time begun_{}, used_{};
    int wrongPins_{0};
    DeskProblem problem_{DeskProblem::None};
    int waitSeconds_{0};
};

} // namespace madoguchi
