// SPDX-License-Identifier: Apache-2.0
#include "resident/supervisor/VisitGroup.h"

#include <sys/random.h>
#include <sys/syscall.h>
#include <sys/wait.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdint>

namespace madoguchi {

namespace {

Result<std::string> randomVisitNumber()
{
    std::array<std::uint8_t, 16> bytes{};
    if (::getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size()))
        return Fault{FaultCode::Internal, FaultSpace::Errno, errno, "supervisor/random"};
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text;
    for (const auto byte : bytes) {
        text.push_back(kDigits[byte >> 4U]);
        text.push_back(kDigits[byte & 15U]);
    }
    return text;
}

} // namespace

VisitGroup::~VisitGroup()
{
    if (reaped_)
        return;
    kill();
    reap();
}

void VisitGroup::kill()
{
    ::syscall(SYS_pidfd_send_signal, pidFd(), SIGKILL, nullptr,
              0); // ESRCH: it is gone, which is what we want
}

int VisitGroup::reap()
{
    siginfo_t end{};
    while (::waitid(P_PIDFD, static_cast<id_t>(pidFd()), &end, WEXITED) != 0 && errno == EINTR) {
    }
    reaped_ = true;
    return end.si_status;
}

Result<void> VisitGroup::activate(bool cardLeft, std::vector<ReaderFound> readers, Time now)
{
    auto number = randomVisitNumber();
    if (!number)
        return number.fault();
    visit_ = std::move(*number);
    activated_ = now;
    send(Activate{visit_, cardLeft, std::move(readers)});
    return {};
}

void VisitGroup::send(const SupervisorMessage& message)
{
    // Never waits: a group that does not read its few messages is broken, and its deadline ends it.
    (void)group_.channel.send(encode(message), std::chrono::milliseconds{0}).ok();
}

Result<VisitMessage> VisitGroup::receive()
{
    const auto message = group_.channel.receiveNow();
    if (!message)
        return message.fault();
    return decodeVisitMessage(*message);
}

void VisitGroup::take(const VisitReport& report)
{
    report_ = report;
    called_ = called_ || report.status.staffCalled;
    const Stage stage = report.status.stage;
    begun_ = begun_ || (stage != Stage::Idle && stage != Stage::OutOfService && stage != Stage::Erasing);
}

BoardRow VisitGroup::row() const
{
    BoardRow row{tag(), report_.status, activated_, report_.since, Time{0}};
    row.status.staffCalled = called_;
    return row;
}

} // namespace madoguchi
