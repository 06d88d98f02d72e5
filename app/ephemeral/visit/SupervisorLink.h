// SPDX-License-Identifier: Apache-2.0
// The visit's line to the supervisor. Only what VisitStatus can carry leaves the group by it.
#pragma once

#include "formats/status/VisitMessages.h"
#include "foundation/base/Clock.h"
#include "foundation/line/Channel.h"

#include <condition_variable>
#include <cstdint>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

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

    // From any thread.

    /// Tells how the visit stands, and what was done by it. What matters (the person proven, the consents,
    /// the registration, the file) is on disk when this returns; else RecordNotKept, after kPatience at most.
    Result<void> report(const VisitStatus& status, const std::vector<AuditFact>& facts);
    void armed(std::chrono::milliseconds cap);
    void readerFound(const ReaderFound& found);
    void paneOpened();
    /// Before a page of this kind goes out. RecordNotKept: it must not.
    Result<void> pageWanted(PageKind page);

    static constexpr std::chrono::milliseconds kPatience{2000};

private:
    void listen(std::stop_token stop, const Handlers& handlers);
    void send(const VisitMessage& message);
    Result<void> keep(const AuditFact& fact);
    std::uint64_t tell(const AuditFact& fact);
    void answered(bool kept);

    Channel channel_;
    std::mutex sending_;
    const Clock& clock_;

    std::mutex telling_;
    std::uint64_t factsTold_{0};

    std::mutex answering_; ///< guards what follows
    std::condition_variable answer_;
    std::vector<bool> kept_; ///< the answers so far, in the order the facts were told
    std::jthread listener_;
};

} // namespace madoguchi
