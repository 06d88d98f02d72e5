// SPDX-License-Identifier: Apache-2.0
#include "drivers/card/ReaderWatch.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <utility>
#include <winscard.h>

namespace madoguchi {
namespace {

/// Interrupts one SCardGetStatusChange when `stop` is requested. SCardCancel() does nothing for a wait that
/// has not begun yet, so it is repeated until the waiting thread says that it has returned.
class Interrupter {
public:
    Interrupter(std::stop_token stop, long context)
        : context_{context}, waiter_{std::this_thread::get_id()}, onStop_{std::move(stop), Cancel{*this}}
    {
    }

    ~Interrupter()
    {
        const std::lock_guard lock{mutex_};
        returned_ = true;
        changed_.notify_all();
    }

    Interrupter(const Interrupter&) = delete;
    Interrupter& operator=(const Interrupter&) = delete;

private:
    struct Cancel {
        Interrupter& self;
        void operator()() const { self.cancel(); }
    };

    void cancel()
    {
        if (std::this_thread::get_id() == waiter_) // requested before we began: the caller looks at the token
            return;
        std::unique_lock lock{mutex_};
        while (!returned_) {
            SCardCancel(context_);
            changed_.wait_for(lock, std::chrono::milliseconds{10});
        }
    }

    std::mutex mutex_;
    std::condition_variable changed_;
    bool returned_{false};
    long context_;
    std::thread::id waiter_;
    std::stop_callback<Cancel> onStop_; // last: its destructor waits for a cancel() under way
};

} // namespace

ReaderWatch::ReaderWatch(ReaderWatchSettings settings)
    : settings_{std::move(settings)}, tracker_{settings_.reader}, backOff_{settings_.firstBackOff}
{
}

Result<ReaderWatch::Change> ReaderWatch::next(std::stop_token stop)
{
    for (;;) {
        if (const auto change = tracker_.take())
            return *change;
        if (stop.stop_requested())
            return Fault{FaultCode::TimedOut, FaultSpace::None, 0, "card/watch"};
        if (const auto watched = watchOnce(stop); !watched)
            serviceLost(stop);
    }
}

Result<void> ReaderWatch::watchOnce(std::stop_token stop)
{
    if (!context_) {
        auto context = PcscContext::establish();
        if (!context)
            return context.fault();
        context_.emplace(std::move(*context));
    }
    if (const auto listed = states_.list(*context_); !listed)
        return listed.fault();
    tracker_.update(states_.readers()); // a reader that left is known from the list alone
    if (tracker_.pending())
        return {};

    const auto waited = waitCancellably(std::move(stop));
    if (!waited)
        return waited.fault();
    if (*waited == PcscStates::Wait::ListAgain) {
        // Once is a reader being unplugged. Twice in a row, pcscd contradicts itself: start from zero.
        if (std::exchange(listedAgain_, true))
            return Fault{FaultCode::ReaderMissing, FaultSpace::None, 0, "card/watch/list"};
        return {};
    }
    listedAgain_ = false;
    tracker_.update(states_.readers());
    backOff_ = settings_.firstBackOff;
    return {};
}

Result<PcscStates::Wait> ReaderWatch::waitCancellably(std::stop_token stop)
{
    const Interrupter interrupter{stop, context_->handle()};
    if (stop.stop_requested())
        return PcscStates::Wait::Cancelled;
    return states_.wait(*context_, settings_.relistAfter);
}

void ReaderWatch::serviceLost(std::stop_token stop)
{
    context_.reset();
    states_ = {};
    tracker_.update({});
    if (tracker_.pending())
        return;
    std::mutex mutex;
    std::unique_lock lock{mutex};
    std::condition_variable_any().wait_for(lock, std::move(stop), backOff_, [] { return false; });
    backOff_ = std::min(backOff_ * 2, settings_.longestBackOff);
}

} // namespace madoguchi
