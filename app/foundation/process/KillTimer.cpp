// SPDX-License-Identifier: Apache-2.0
#include "foundation/process/KillTimer.h"

#include <csignal>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

namespace madoguchi {

namespace {

using std::chrono::nanoseconds;

Fault timerFault(std::string_view where)
{
    return {FaultCode::Internal, FaultSpace::Errno, errno, where};
}

nanoseconds bootTime()
{
    timespec now{};
    ::clock_gettime(CLOCK_BOOTTIME, &now); // cannot fail with a clock every kernel of ours has
    return std::chrono::seconds{now.tv_sec} + nanoseconds{now.tv_nsec};
}

timespec timespecOf(nanoseconds time)
{
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(time);
    return {seconds.count(), (time - seconds).count()};
}

Result<timer_t> createTimer()
{
    sigevent event{};
    event.sigev_notify = SIGEV_SIGNAL;
    event.sigev_signo = SIGKILL;
    timer_t timer{};
    if (::timer_create(CLOCK_BOOTTIME, &event, &timer) != 0)
        return timerFault("process/createTimer");
    return timer;
}

} // namespace

KillTimer::~KillTimer()
{
    if (timer_)
        ::timer_delete(*timer_);
}

Result<void> KillTimer::arm(std::chrono::milliseconds within)
{
    if (!timer_) {
        const auto created = createTimer();
        if (!created)
            return created.fault();
        timer_ = *created;
    }
    const auto now = bootTime();
    if (!end_)
        end_ = now + cap_;
    itimerspec when{};
    // Never zero, which would disarm it.
    when.it_value = timespecOf(std::max(std::min(now + within, *end_), nanoseconds{1}));
    if (::timer_settime(*timer_, TIMER_ABSTIME, &when, nullptr) != 0)
        return timerFault("process/armTimer");
    return {};
}

void KillTimer::erase()
{
    ::kill(::getpid(), SIGKILL);
}

} // namespace madoguchi
