// SPDX-License-Identifier: Apache-2.0
// Waits for many descriptors on one thread (epoll) and calls whoever watches one that became readable or was
// closed at the other end. Costs nothing while nothing happens.
#pragma once

#include "foundation/base/Result.h"
#include "foundation/base/UniqueFd.h"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>

namespace madoguchi {

class EventLoop {
public:
    using Handler = std::function<void()>;

    EventLoop();

    /// Calls `handler` whenever `fd` is readable or hung up. The descriptor stays the caller's, who forgets
    /// it before closing it. A handler may watch and forget whatever it likes, itself included.
    Result<void> watch(int fd, Handler handler);
    void forget(int fd);

    /// Until stop() is called from a handler.
    void run();
    void stop() { stopped_ = true; }

private:
    struct Watch {
        std::uint64_t id; ///< a number is reused with the next descriptor, an id never
        std::shared_ptr<const Handler> handler;
    };
    void dispatch(std::uint64_t id);

    UniqueFd epoll_;
    std::map<int, Watch> watches_;
    std::uint64_t nextId_{1};
    bool stopped_{false};
};

} // namespace madoguchi
