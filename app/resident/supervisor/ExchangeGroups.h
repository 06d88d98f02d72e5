// SPDX-License-Identifier: Apache-2.0
// Keeps the receipt computer's requests answered: some process groups wait for one request each and end with
// it; each end is followed by a new group. As with a visit, what a request names stays in its group; the
// supervisor learns that one was answered, and the fault if there was one.
#pragma once

#include "resident/supervisor/Backoff.h"
#include "resident/supervisor/Deadline.h"
#include "resident/supervisor/EventLoop.h"
#include "resident/supervisor/GroupSpawner.h"

#include <array>
#include <functional>
#include <optional>

namespace madoguchi {

class ExchangeGroups {
public:
    /// Two, so that one slow answer of the central system holds up nobody else's.
    static constexpr std::size_t kGroups = 2;

    using Keep = std::function<void(std::optional<FaultCode>)>;
    using Log = std::function<void(std::string_view what, const Fault& fault)>;

    ExchangeGroups(GroupCommand command, EventLoop& loop, Keep keep, Log log);
    ~ExchangeGroups(); ///< ends them all
    ExchangeGroups(const ExchangeGroups&) = delete;
    ExchangeGroups& operator=(const ExchangeGroups&) = delete;

    Result<void> start();

private:
    struct Slot {
        std::optional<SpawnedGroup> group;
        Deadline respawn;
        Backoff backoff;
        bool served{false};
    };
    void spawn(Slot& slot);
    void listen(Slot& slot);
    void ended(Slot& slot);

    GroupCommand command_;
    EventLoop& loop_;
    Keep keep_;
    Log log_;
    std::array<Slot, kGroups> slots_;
};

} // namespace madoguchi
