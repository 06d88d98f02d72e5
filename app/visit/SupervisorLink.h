// SPDX-License-Identifier: Apache-2.0
// The visit's line to the supervisor. Only what VisitStatus can carry leaves the group by it.
#pragma once

#include "bus/Channel.h"
#include "bus/VisitMessages.h"
#include "core/VisitRunner.h"

#include <functional>
#include <thread>

namespace madoguchi {

class SupervisorLink {
public:
    struct Handlers {
        std::function<void(const Activate&)> activate;
        std::function<void(StaffOrder)> order;
        std::function<void()> end; ///< told to end, or the supervisor is gone
    };

    SupervisorLink(Channel channel, const Clock& clock) : channel_{std::move(channel)}, clock_{clock} {}

    /// Starts to listen, and says that the group is warm.
    void open(Handlers handlers);

    void report(const VisitStatus& status);
    void armed(std::chrono::milliseconds cap);

private:
    void listen(std::stop_token stop, const Handlers& handlers);
    void send(const VisitMessage& message);
    void keepFacts(const VisitStatus& status);

    Channel channel_;
    const Clock& clock_;
    VisitStatus last_{};
    std::jthread listener_;
};

} // namespace madoguchi
