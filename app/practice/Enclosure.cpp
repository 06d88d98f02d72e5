// SPDX-License-Identifier: Apache-2.0
#include "practice/Enclosure.h"

#include "practice/Namespaces.h"
#include "practice/PrivatePcscd.h"
#include "sim/UniqueFd.h"

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

[[noreturn]] void runAndExit(const std::function<int()>& inside)
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
    ::_exit(code);
}

std::string build(const ClonedProcess& self, uid_t uid, gid_t gid)
{
    if (self.userNamespace)
        if (auto problem = mapOwnIds(uid, gid); !problem.empty())
            return problem;
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
        reading_ = sim::UniqueFd{pipe[0]};
        writing_ = sim::UniqueFd{pipe[1]};
    }

    void give() { [[maybe_unused]] const auto written = ::write(writing_.value(), "", 1); }

    bool await()
    {
        writing_.reset();
        char go = 0;
        return ::read(reading_.value(), &go, 1) == 1;
    }

private:
    sim::UniqueFd reading_;
    sim::UniqueFd writing_;
};

} // namespace

int Enclosure::run(const std::function<int()>& inside) const
{
    const uid_t uid = ::geteuid();
    const gid_t gid = ::getegid();
    const BlockedSignals blocked;
    StartSignal start;
    std::fflush(nullptr);

    const ClonedProcess cloned = forkIntoNamespaces();
    if (cloned.pid < 0)
        return complain(std::string{"the kernel gives us no namespaces: "} + std::strerror(errno));
    if (cloned.pid == 0) {
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        if (!start.await())
            ::_exit(kNotBuilt);
        const auto problem = build(cloned, uid, gid);
        ::_exit(problem.empty() ? runAsInit(inside) : complain(problem));
    }
    start.give();
    return guard(cloned.pid, cloned.pid);
}

int Enclosure::runAsInit(const std::function<int()>& inside) const
{
    constexpr pid_t kEverybody = -1; // the first process of a PID namespace inherits all orphans
    PrivatePcscd pcscd;
    if (auto problem = pcscd.start(vpcdDriver(), pcscdLog_); !problem.empty())
        return complain(problem);
    const pid_t child = ::fork();
    if (child < 0)
        return complain(std::string{"cannot fork: "} + std::strerror(errno));
    if (child == 0)
        runAndExit(inside);
    return guard(child, kEverybody);
}

} // namespace madoguchi
