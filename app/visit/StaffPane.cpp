// SPDX-License-Identifier: Apache-2.0
#include "visit/StaffPane.h"

#include "bus/StopSignal.h"
#include "process/StartProgram.h"

#include <sys/wait.h>

namespace madoguchi {

StaffPane::StaffPane(std::filesystem::path program, Sink sink)
    : program_{std::move(program)}, sink_{std::move(sink)}
{
}

Result<void> StaffPane::open()
{
    const std::lock_guard lock{mutex_};
    if (channel_.open())
        return {};
    auto ends = Channel::pair();
    if (!ends)
        return ends.fault();
    auto [ours, theirs] = *std::move(ends);
    const int fd = theirs.fd();
    const auto started = start({program_, {"--channel", std::to_string(fd)}, {{fd, fd}}});
    if (!started)
        return started.fault();
    channel_ = std::move(ours);
    send();
    listener_ = std::jthread{[this, program = *started](std::stop_token stop) { listen(stop, program); }};
    return {};
}

void StaffPane::show(const VisitStatus& status)
{
    const std::lock_guard lock{mutex_};
    view_.status = status;
    send();
}

void StaffPane::show(const Screen& screen)
{
    const std::lock_guard lock{mutex_};
    if (view_.maskedName == screen.maskedName && view_.practice == screen.practice)
        return; // the rest of the screen is the patient's
    view_.maskedName = screen.maskedName;
    view_.practice = screen.practice;
    send();
}

void StaffPane::send()
{
    // A window that is gone is noticed by its listener; one that hangs must not hold up the visit.
    constexpr std::chrono::milliseconds kPatience{50};
    if (channel_.open())
        static_cast<void>(channel_.send(encode(view_), kPatience));
}

void StaffPane::listen(const std::stop_token& stop, pid_t program)
{
    const StopSignal signal{stop};
    while (!stop.stop_requested()) {
        const auto message = channel_.receive(signal);
        if (!message && message.fault().code == FaultCode::ChannelBroken)
            break;
        if (!message)
            continue; // too large: dropped, and it was no input
        if (const auto input = decodeStaffInput(*message))
            sink_(*input);
    }
    if (stop.stop_requested())
        return;
    ::waitpid(program, nullptr, 0); // its line has ended, so it is ending
    const std::lock_guard lock{mutex_};
    channel_.close(); // may be opened again
}

} // namespace madoguchi
