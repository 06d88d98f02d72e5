// SPDX-License-Identifier: Apache-2.0
#include "foundation/process/KillTimer.h"

#include "Child.h"

#include <unistd.h>

#include <atomic>

using namespace madoguchi;
using namespace std::chrono_literals;

namespace {

constexpr auto kLate = 100ms; ///< the bar of the house; measured are two milliseconds
constexpr int kNotArmed = 3;

using Stopwatch = std::chrono::steady_clock;

/// Ends by SIGKILL alone, and how long that took.
std::chrono::milliseconds killedAfter(const std::function<void()>& afterArming,
                                      std::chrono::milliseconds within)
{
    const auto started = Stopwatch::now();
    Child child{[&] {
        KillTimer timer{10s};
        if (!timer.arm(within))
            return kNotArmed;
        afterArming();
        return 0;
    }};
    const int status = child.waitForEnd();
    const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(Stopwatch::now() - started);

    CHECK(WIFSIGNALED(status));
    CHECK(WTERMSIG(status) == SIGKILL);
    return took;
}

[[noreturn]] void loopForever()
{
    for (std::atomic<unsigned> turns = 0;;)
        ++turns;
}

void pauseForever()
{
    for (;;)
        ::pause();
}

} // namespace

TEST_CASE("busyLoopIsKilledInTime")
{
    const auto took = killedAfter(loopForever, 50ms);

    CHECK(took >= 50ms);
    CHECK(took < 50ms + kLate);
}

TEST_CASE("sleepingProcessIsKilledInTime")
{
    CHECK(killedAfter(pauseForever, 50ms) < 50ms + kLate);
}

TEST_CASE("stoppedProcessIsKilledInTime")
{
    CHECK(killedAfter([] { ::raise(SIGSTOP); }, 50ms) < 50ms + kLate);
}

TEST_CASE("processThatBlocksEverySignalIsKilledInTime")
{
    const auto deaf = [] {
        sigset_t all;
        sigfillset(&all);
        ::sigprocmask(SIG_SETMASK, &all, nullptr);
        pauseForever();
    };

    CHECK(killedAfter(deaf, 50ms) < 50ms + kLate);
}

TEST_CASE("rearmingMovesTheEndBothWays")
{
    const auto endAfter = [](std::chrono::milliseconds first, std::chrono::milliseconds second) {
        const auto started = Stopwatch::now();
        Child child{[&] {
            KillTimer timer{10s};
            if (!timer.arm(first) || !timer.arm(second))
                return kNotArmed;
            pauseForever();
            return 0;
        }};
        CHECK(WTERMSIG(child.waitForEnd()) == SIGKILL);
        return Stopwatch::now() - started;
    };

    CHECK(endAfter(9s, 50ms) < 1s);
    CHECK(endAfter(300ms, 400ms) >= 400ms);
}

TEST_CASE("nothingExtendsTheCap")
{
    const auto started = Stopwatch::now();
    Child child{[] {
        KillTimer timer{50ms};
        for (;;)
            if (!timer.arm(10s))
                return kNotArmed;
    }};

    const int status = child.waitForEnd();

    CHECK(WIFSIGNALED(status));
    CHECK(Stopwatch::now() - started < 50ms + kLate);
}

TEST_CASE("armingWithNothingLeftKillsAtOnce")
{
    Child child{[] {
        KillTimer timer{10s};
        if (!timer.arm(-5s))
            return kNotArmed;
        pauseForever();
        return 0;
    }};

    CHECK(WTERMSIG(child.waitForEnd()) == SIGKILL);
}

TEST_CASE("eraseEndsTheProcess")
{
    Child child{[] {
        KillTimer timer{10s};
        timer.erase();
        return 0;
    }};

    CHECK(WTERMSIG(child.waitForEnd()) == SIGKILL);
}
