// SPDX-License-Identifier: Apache-2.0
#include "practice/enclosure/Enclosure.h"

#include "foundation/base/UniqueFd.h"
#include "practice/enclosure/MachinesReader.h"
#include "practice/enclosure/Namespaces.h"
#include "practice/enclosure/PrivatePcscd.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <exception>
#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>

namespace madoguchi {

namespace {

int complain(const std::string& problem)
{
    std::fprintf(stderr, "madoguchi-practice: %s\n", problem.c_str());
    return Enclosure::kNotBuilt;
}

int exitCode(int status)
{
    return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

sigset_t watchedSignals()
{
    sigset_t set;
    sigemptyset(&set);
    for (const int signal : {SIGCHLD, SIGTERM, SIGINT, SIGHUP})
        sigaddset(&set, signal);
    return set;
}

/// Waits for `child` and passes on what we are told to end by. A terminal's Ctrl-C (sent by the kernel) has
/// reached the child already. `reap`: whose end is collected meanwhile, as waitpid() takes it.
int guard(pid_t child, pid_t reap)
{
    const sigset_t signals = watchedSignals();
    for (;;) {
        int status = 0;
        for (pid_t ended; (ended = ::waitpid(reap, &status, WNOHANG)) > 0;)
            if (ended == child)
                return exitCode(status);
        siginfo_t info{};
        const int signal = ::sigwaitinfo(&signals, &info);
        if (signal > 0 && signal != SIGCHLD && info.si_code <= 0)
            ::kill(child, signal);
    }
}

int runAndReturn(const std::function<int()>& inside)
{
    sigset_t none;
    sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
    int code = Enclosure::kNotBuilt;
    try {
        code = inside();
    } catch (const std::exception&) {
        complain("what ran in the enclosure ended by an exception");
    }
    std::fflush(nullptr);
    return code;
}

/// Makes the inside of the namespaces what an Enclosure promises.
std::string build()
{
    for (const auto& step : {detachMounts, freshPcscdFolder, hideOtherReaderDrivers, raiseLoopback})
        if (auto problem = step(); !problem.empty())
            return problem;
    showOwnProcesses();
    return {};
}

/// Signals are blocked for as long as somebody waits for them.
class BlockedSignals {
public:
    BlockedSignals()
    {
        const sigset_t signals = watchedSignals();
        ::sigprocmask(SIG_BLOCK, &signals, &before_);
    }
    BlockedSignals(const BlockedSignals&) = delete;
    BlockedSignals& operator=(const BlockedSignals&) = delete;
    ~BlockedSignals() { ::sigprocmask(SIG_SETMASK, &before_, nullptr); }

private:
    sigset_t before_;
};

/// Says go once; a reader whose parent died before it could say so sees the end of the file instead.
class StartSignal {
public:
    StartSignal()
    {
        std::array<int, 2> pipe{-1, -1};
        if (::pipe2(pipe.data(), O_CLOEXEC) != 0)
            return;
        reading_ = UniqueFd{pipe[0]};
        writing_ = UniqueFd{pipe[1]};
    }

    void give() { [[maybe_unused]] const auto written = ::write(writing_.value(), "", 1); }

    bool await()
    {
        writing_.reset();
        char go = 0;
        return ::read(reading_.value(), &go, 1) == 1;
    }

private:
    UniqueFd reading_;
    UniqueFd writing_;
};

/// Runs `body` in a child that the kernel kills when we die, and returns its exit code.
template<typename Body>
int runBound(Body body)
{
    StartSignal start;
    std::fflush(nullptr);
    const pid_t child = ::fork();
    if (child < 0)
        return complain(std::string{"cannot fork: "} + std::strerror(errno));
    if (child == 0) {
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        ::_exit(start.await() ? body() : Enclosure::kNotBuilt);
    }
    start.give();
    return guard(child, child);
}

} // namespace

/// Why there is no enclosure, told by the process that tried to the one that started it.
class Enclosure::Refusal {
public:
    Refusal()
    {
        std::array<int, 2> pipe{-1, -1};
        if (::pipe2(pipe.data(), O_CLOEXEC | O_NONBLOCK) != 0)
            return;
        reading_ = UniqueFd{pipe[0]};
        writing_ = UniqueFd{pipe[1]};
    }

    int tell(const std::string& why) const
    {
        [[maybe_unused]] const auto written = ::write(writing_.value(), why.data(), why.size());
        return kNotBuilt;
    }

    /// Empty when there was none. Ask once, when whoever tried has ended.
    [[nodiscard]] std::string told() const
    {
        std::array<char, 1024> text{};
        const auto length = ::read(reading_.value(), text.data(), text.size());
        return length > 0 ? std::string(text.data(), static_cast<std::size_t>(length)) : std::string{};
    }

private:
    UniqueFd reading_;
    UniqueFd writing_;
};

int Enclosure::run(const std::function<int()>& inside) const
{
    const BlockedSignals blocked;
    const Refusal refusal;
    // A process between the caller and the enclosure's first one: the caller stays in its own namespaces, and
    // threads that its libraries may have started do not come along.
    const int code = runBound([&] {
        const auto problem = enterNamespaces();
        return problem.empty() ? runBound([&] { return runAsInit(inside, refusal); }) : refusal.tell(problem);
    });
    const auto refused = refusal.told();
    if (refused.empty())
        return code;
    if (const auto missing = missingOfMachinesReader(); !missing.empty())
        return complain("there is no practice reader.\n  A private one: " + refused +
                        "\n  This machine's own: " + missing);
    std::fprintf(stderr, "madoguchi-practice: %s; this machine's own pcscd serves instead\n",
                 refused.c_str());
    return runBound([&] { return runAndReturn(inside); });
}

int Enclosure::runAsInit(const std::function<int()>& inside, const Refusal& refusal) const
{
    constexpr pid_t kEverybody = -1; // the first process of a PID namespace inherits all orphans
    if (auto problem = build(); !problem.empty())
        return refusal.tell(problem);
    PrivatePcscd pcscd;
    if (auto problem = pcscd.start(vpcdDriver(), pcscdLog_); !problem.empty())
        return refusal.tell(problem);
    const pid_t child = ::fork();
    if (child < 0)
        return complain(std::string{"cannot fork: "} + std::strerror(errno));
    if (child == 0)
        ::_exit(runAndReturn(inside));
    return guard(child, kEverybody);
}

} // namespace madoguchi
