// SPDX-License-Identifier: Apache-2.0
#include "drivers/camera/CaptureThread.h"

#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

namespace madoguchi {

namespace {

using SteadyClock = std::chrono::steady_clock;

Fault silent()
{
    return {FaultCode::CameraMissing, FaultSpace::None, 0, "camera/silent"};
}

std::chrono::milliseconds now()
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(SteadyClock::now().time_since_epoch());
}

} // namespace

/// Where the reading thread leaves the newest picture, or why there will be none any more.
struct CaptureThread::Mailbox {
    std::mutex mutex;
    std::condition_variable_any changed;
    std::optional<Frame> newest;
    std::optional<Fault> end;
    bool abandoned{false};

    /// Puts in what was read. False when reading is over.
    bool put(Result<Image> read)
    {
        const std::lock_guard lock{mutex};
        if (read)
            newest = Frame{*std::move(read), now()};
        else
            end = read.fault();
        changed.notify_all();
        return !end && !abandoned;
    }

    [[nodiscard]] bool ready() const { return newest || end; }
};

CaptureThread::CaptureThread(Read read, std::chrono::milliseconds patience)
    : mailbox_{std::make_shared<Mailbox>()}, patience_{patience}
{
    std::thread{[mailbox = mailbox_, read = std::move(read)] {
        while (mailbox->put(read())) {
        }
    }}.detach();
}

CaptureThread::~CaptureThread()
{
    const std::lock_guard lock{mailbox_->mutex};
    mailbox_->abandoned = true;
}

Result<Frame> CaptureThread::next(std::stop_token stop)
{
    std::unique_lock lock{mailbox_->mutex};
    mailbox_->changed.wait_for(lock, stop, patience_, [&] { return mailbox_->ready(); });
    if (stop.stop_requested())
        return Fault{FaultCode::TimedOut, FaultSpace::None, 0, "camera/next"};
    if (!mailbox_->newest)
        return mailbox_->end.value_or(silent());
    Frame frame = *std::move(mailbox_->newest);
    mailbox_->newest.reset();
    return frame;
}

Result<void> CaptureThread::awaitFirst(std::chrono::milliseconds limit)
{
    std::unique_lock lock{mailbox_->mutex};
    mailbox_->changed.wait_for(lock, limit, [&] { return mailbox_->ready(); });
    if (mailbox_->newest)
        return {};
    return mailbox_->end.value_or(silent());
}

} // namespace madoguchi
