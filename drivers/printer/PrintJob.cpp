// SPDX-License-Identifier: Apache-2.0
#include "drivers/printer/PrintJob.h"

#include "foundation/base/UniqueFd.h"
#include "foundation/process/StartProgram.h"

#include <cerrno>
#include <csignal>
#include <poll.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace madoguchi {
namespace {

using SteadyClock = std::chrono::steady_clock;

Fault failed(int value, std::string_view where)
{
    return {FaultCode::ChannelBroken, FaultSpace::Errno, value, where};
}

Fault hung()
{
    return {FaultCode::TimedOut, FaultSpace::None, 0, "pane/print"};
}

bool ready(int fd, short what, SteadyClock::time_point end)
{
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(end - SteadyClock::now()).count();
    pollfd polled{fd, what, 0};
    return left > 0 && ::poll(&polled, 1, static_cast<int>(left)) > 0;
}

/// A socket, because writing to one whose reader has gone raises no signal.
Result<void> sendAll(int socket, std::string_view page, SteadyClock::time_point end)
{
    while (!page.empty()) {
        const auto sent = ::send(socket, page.data(), page.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
        if (sent > 0)
            page.remove_prefix(static_cast<std::size_t>(sent));
        else if (errno != EAGAIN && errno != EINTR)
            return failed(errno, "pane/print/pipe");
        else if (!ready(socket, POLLOUT, end))
            return hung();
    }
    ::shutdown(socket, SHUT_WR);
    return {};
}

/// What lp says in the end, which is 0 when the spooler has the page.
Result<void> awaitEnd(pid_t lp, SteadyClock::time_point end)
{
    const UniqueFd process{static_cast<int>(::syscall(SYS_pidfd_open, lp, 0))};
    const bool ended = process && ready(process.value(), POLLIN, end);
    if (!ended)
        ::kill(lp, SIGKILL);
    int status{};
    ::waitpid(lp, &status, 0);
    if (!ended)
        return hung();
    const int code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return code == 0 ? Result<void>{} : Result<void>{failed(code, "pane/print/lp")};
}

} // namespace

Result<void> print(const Printer& printer, std::string_view page)
{
    const auto end = SteadyClock::now() + printer.patience;
    int ends[2];
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
        return failed(errno, "pane/print");
    const UniqueFd ours{ends[0]};
    UniqueFd theirs{ends[1]};
    const auto lp = start(
        {printer.program, {"-s", "-d", printer.name, "-t", "Madoguchi"}, {{theirs.value(), STDIN_FILENO}}});
    if (!lp)
        return lp.fault();
    theirs = UniqueFd{};
    const auto sent = sendAll(ours.value(), page, end);
    const auto taken = awaitEnd(*lp, sent ? end : SteadyClock::now());
    return sent ? taken : sent;
}

} // namespace madoguchi
