// SPDX-License-Identifier: Apache-2.0
#include "resident/supervisor/EventLoop.h"

#include <sys/epoll.h>

#include <algorithm>
#include <array>
#include <cerrno>

namespace madoguchi {

EventLoop::EventLoop() : epoll_{::epoll_create1(EPOLL_CLOEXEC)} {}

Result<void> EventLoop::watch(int fd, Handler handler)
{
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.u64 = nextId_;
    if (::epoll_ctl(epoll_.value(), EPOLL_CTL_ADD, fd, &event) != 0)
        return Fault{FaultCode::Internal, FaultSpace::Errno, errno, "supervisor/watch"};
    watches_[fd] = {nextId_++, std::make_shared<const Handler>(std::move(handler))};
    return {};
}

void EventLoop::forget(int fd)
{
    if (watches_.erase(fd) != 0)
        ::epoll_ctl(epoll_.value(), EPOLL_CTL_DEL, fd, nullptr);
}

void EventLoop::run()
{
    std::array<epoll_event, 16> events{};
    while (!stopped_) {
        const int ready = ::epoll_wait(epoll_.value(), events.data(), static_cast<int>(events.size()), -1);
        for (int i = 0; i < ready && !stopped_; ++i)
            dispatch(events[static_cast<std::size_t>(i)].data.u64);
    }
}

void EventLoop::dispatch(std::uint64_t id)
{
    const auto found =
        std::ranges::find_if(watches_, [id](const auto& entry) { return entry.second.id == id; });
    if (found == watches_.end())
        return;                                 // forgotten by a handler that ran just before
    const auto handler = found->second.handler; // keeps it alive if it forgets itself
    (*handler)();
}

} // namespace madoguchi
