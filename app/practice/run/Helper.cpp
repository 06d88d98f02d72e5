// SPDX-License-Identifier: Apache-2.0
#include "practice/run/Helper.h"

#include "foundation/base/UniqueFd.h"
#include "foundation/process/StartProgram.h"

#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>

namespace madoguchi {
namespace {

using Milliseconds = std::chrono::milliseconds;
using SteadyClock = std::chrono::steady_clock;

Fault broken(int error, std::string_view where)
{
    return {FaultCode::ChannelBroken, FaultSpace::Errno, error, where};
}

int millisecondsUntil(SteadyClock::time_point end)
{
    const auto left = std::chrono::ceil<Milliseconds>(end - SteadyClock::now()).count();
    return static_cast<int>(std::max<decltype(left)>(left, 0));
}

bool hasLine(const std::string& text, const std::string& start)
{
    for (std::size_t at = 0; at != std::string::npos && at < text.size();) {
        const auto end = text.find('\n', at);
        if (end != std::string::npos && text.compare(at, start.size(), start) == 0)
            return true;
        at = end == std::string::npos ? end : end + 1;
    }
    return false;
}

/// Appends what there is to read; false at the end.
bool readSome(int output, std::string& text)
{
    char buffer[4096];
    const auto got = read(output, buffer, sizeof buffer);
    if (got > 0)
        text.append(buffer, static_cast<std::size_t>(got));
    return got > 0;
}

} // namespace

Result<Helper> Helper::start(const Options& options)
{
    int pipeEnds[2];
    if (pipe2(pipeEnds, O_CLOEXEC) != 0)
        return broken(errno, "practice/helper");

    const UniqueFd outputEnd{pipeEnds[1]};
    const auto pid = madoguchi::start({.file = options.program,
                                       .arguments = options.arguments,
                                       .descriptors = {{outputEnd.value(), STDOUT_FILENO}},
                                       .errors = options.log});
    Helper helper{pid ? *pid : -1, pipeEnds[0]};
    if (!pid)
        return pid.fault();

    const auto end = SteadyClock::now() + options.within;
    while (!options.readyLine.empty() && !hasLine(helper.printed_, options.readyLine)) {
        pollfd ready{pipeEnds[0], POLLIN, 0};
        if (poll(&ready, 1, millisecondsUntil(end)) <= 0)
            return Fault{FaultCode::TimedOut, FaultSpace::None, 0, "practice/helper"};
        if (!readSome(pipeEnds[0], helper.printed_))
            return broken(0, "practice/helper");
    }
    return helper;
}

Helper::Helper(Helper&& other) noexcept
    : pid_{std::exchange(other.pid_, -1)}, output_{std::exchange(other.output_, -1)}, printed_{std::move(
                                                                                          other.printed_)}
{
}

Helper& Helper::operator=(Helper&& other) noexcept
{
    if (this != &other) {
        stop();
        pid_ = std::exchange(other.pid_, -1);
        output_ = std::exchange(other.output_, -1);
        printed_ = std::move(other.printed_);
    }
    return *this;
}

bool Helper::running() const
{
    return pid_ > 0 && ::kill(pid_, 0) == 0 && waitpid(pid_, nullptr, WNOHANG) == 0;
}

bool Helper::waitEnd(Milliseconds within)
{
    const int process = static_cast<int>(syscall(SYS_pidfd_open, pid_, 0));
    pollfd ended{process, POLLIN, 0};
    const bool gone = process < 0 || poll(&ended, 1, static_cast<int>(within.count())) > 0;
    if (process >= 0)
        close(process);
    if (gone) {
        waitpid(pid_, nullptr, 0);
        pid_ = -1;
    }
    return gone;
}

void Helper::stop()
{
    if (pid_ > 0) {
        ::kill(pid_, SIGTERM);
        if (!waitEnd(std::chrono::seconds{1}))
            kill();
    }
    if (output_ >= 0)
        close(std::exchange(output_, -1));
}

void Helper::kill()
{
    if (pid_ <= 0)
        return;
    ::kill(pid_, SIGKILL);
    waitpid(std::exchange(pid_, -1), nullptr, 0);
}

std::string Helper::rest()
{
    while (output_ >= 0 && readSome(output_, printed_)) {
    }
    return printed_;
}

} // namespace madoguchi
