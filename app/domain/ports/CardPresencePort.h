// SPDX-License-Identifier: Apache-2.0
// The reader, as a visit watches it.
#pragma once

#include "foundation/base/Result.h"

#include <cstdint>
#include <stop_token>

namespace madoguchi {

/// Arrival and removal of the card: blocks, does not poll.
class CardPresencePort {
public:
    enum class Change : std::uint8_t { Inserted, Removed, ReaderLost, ReaderBack };
    virtual ~CardPresencePort() = default;

    /// The next change, in order. Returns TimedOut when `stop` was requested.
    virtual Result<Change> next(std::stop_token stop) = 0;
};

} // namespace madoguchi
