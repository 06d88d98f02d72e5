// SPDX-License-Identifier: Apache-2.0
#include "ephemeral/visit/StaffPane.h"

#include "foundation/line/StopSignal.h"
#include "foundation/process/StartProgram.h"

#include <sys/wait.h>

#include <utility>

namespace madoguchi {
namespace {

/// A window that dies sooner than this has no display to live on.
constexpr std::chrono::seconds kTooShort{2};

} // namespace

StaffPane::StaffPane(std::filesystem::path program, std::vector<std::string> arguments, Sink sink)
    : program_{std::move(program)}, arguments_{std::move(arguments)}, sink_{std::move(sink)}
{
}

Result<void> StaffPane::warmUp()
{
    const std::lock_guard lock{mutex_};
    keepWarm_ = true;
    return startLocked();
}

Result<void> StaffPane::open()
{
    const std::lock_guard lock{mutex_};
    if (const auto started = startLocked(); !started)
        return started;
    view_.shown = true;
    send();
    return {};
}

void StaffPane::change(const std::function<void(PaneView&)>& edit)
{
    const std::lock_guard lock{mutex_};
    auto changed = view_;
    edit(changed);
    if (changed == view_)
        return;
    view_ = std::move(changed);
    send();
}

Result<void> StaffPane::startLocked()
{
    if (channel_.open())
        return {};
    if (const auto spawned = spawnLocked(); !spawned)
        return spawned;
    listener_ = std::jthread{[this](std::stop_token stop) { live(stop); }};
    return {};
}

Result<void> StaffPane::spawnLocked()
{
    auto ends = Channel::pair();
    if (!ends)
        return ends.fault();
    auto [ours, theirs] = *std::move(ends);
    const int fd = theirs.fd();
    auto arguments = arguments_;
    arguments.insert(arguments.end(), {"--channel", std::to_string(fd)});
    const auto started = start({program_, std::move(arguments), {{fd, fd}}});
    if (!started)
        return started.fault();
    channel_ = std::move(ours);
    pid_ = *started;
    started_ = std::chrono::steady_clock::now();
    send();
    return {};
}

void StaffPane::live(const std::stop_token& stop)
{
    for (bool again = true; again;) {
        listen(stop);
        if (stop.stop_requested())
            return;
        ::waitpid(pid_, nullptr, 0); // its line has ended, so it is ending
        const bool wasShown = [&] {
            const std::lock_guard lock{mutex_};
            channel_.close();
            const bool lived = std::chrono::steady_clock::now() - started_ >= kTooShort;
            const bool shown = std::exchange(view_.shown, false);
            again = keepWarm_ && lived && spawnLocked().ok();
            return shown;
        }();
        if (wasShown)
            sink_(StaffInput{PaneClosed{}});
    }
}

void StaffPane::send()
{
    // A window that is gone is noticed by its listener; one that hangs must not hold up the visit.
    constexpr std::chrono::milliseconds kPatience{50};
    if (channel_.open())
        static_cast<void>(channel_.send(encode(view_), kPatience));
}

void StaffPane::listen(const std::stop_token& stop)
{
    const StopSignal signal{stop};
    while (!stop.stop_requested()) {
        const auto message = channel_.receive(signal);
        if (!message && message.fault().code == FaultCode::ChannelBroken)
            break;
        if (!message)
            continue; // too large: dropped, and it was no input
        if (const auto input = decodePaneInput(*message))
            sink_(*input);
    }
}

} // namespace madoguchi
