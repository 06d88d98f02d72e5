// SPDX-License-Identifier: Apache-2.0
// Wakes a thread that waits in poll(): a stop request with a file descriptor. Bound to a std::stop_token it
// turns the language's stop request into something poll() can see.
#pragma once

#include "foundation/base/UniqueFd.h"

#include <functional>
#include <optional>
#include <stop_token>

namespace madoguchi {

class StopSignal {
public:
    StopSignal();
    explicit StopSignal(std::stop_token token);
    StopSignal(const StopSignal&) = delete;
    StopSignal& operator=(const StopSignal&) = delete;

    /// From any thread, as often as one likes. Stays requested.
    void request();

    /// Readable once requested.
    [[nodiscard]] int fd() const { return event_.value(); }

private:
    UniqueFd event_;
    std::optional<std::stop_callback<std::function<void()>>> callback_;
};

} // namespace madoguchi
