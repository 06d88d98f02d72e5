// SPDX-License-Identifier: Apache-2.0
#include "resident/supervisor/Session.h"

#include "services/staff/Rights.h"

#include <algorithm>

namespace madoguchi {

void Session::look(Time now)
{
    if (state_ == SessionState::SignedOut || state_ == SessionState::Checking)
        return;
    if (now >= begun_ + kLongest)
        signOut(DeskProblem::SessionOver);
    else if (state_ == SessionState::Open && now >= used_ + kLockAfter)
        lock();
}

std::optional<Session::Time> Session::nextChange() const
{
    if (state_ == SessionState::Open)
        return std::min<Time>(begun_ + kLongest, used_ + kLockAfter);
    return state_ == SessionState::Locked ? std::optional<Time>{begun_ + kLongest} : std::nullopt;
}

bool Session::may(DeskOperation operation) const
{
    return state_ == SessionState::Open && person_ && mayDo(person_->role, operation);
}

void Session::used(Time now)
{
    used_ = now;
    problem_ = DeskProblem::None;
}

void Session::checking()
{
    before_ = state_;
    state_ = SessionState::Checking;
    problem_ = DeskProblem::None;
}

void Session::signInChecked(const SignInVerdict& verdict, Time now)
{
    state_ = before_;
    problem_ = verdict.problem;
    waitSeconds_ = verdict.waitSeconds;
    if (verdict.problem != DeskProblem::None)
        return;
    person_ = verdict.person;
    state_ = SessionState::Open;
    begun_ = used_ = now;
    wrongPins_ = 0;
}

void Session::pinChecked(bool fits, Time now)
{
    state_ = before_;
    if (fits) {
        state_ = SessionState::Open;
        wrongPins_ = 0;
        return used(now);
    }
    problem_ = DeskProblem::PinWrong;
    if (++wrongPins_ >= kMostWrongPins)
        signOut(DeskProblem::SessionOver);
}

void Session::lock()
{
    if (state_ == SessionState::Open)
        state_ = SessionState::Locked;
}

void Session::signOut(DeskProblem why)
{
    *this = {};
    problem_ = why;
}

DeskSession Session::view() const
{
    DeskSession view{.state = state_, .problem = problem_, .waitSeconds = waitSeconds_};
    if (!person_)
        return view;
    view.staff = person_->name;
    view.role = person_->role;
    view.pinSet = person_->pinSet;
    if (state_ == SessionState::Open)
        view.may = rightsOf(person_->role);
    return view;
}

} // namespace madoguchi
