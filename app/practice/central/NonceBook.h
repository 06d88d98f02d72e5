// SPDX-License-Identifier: Apache-2.0
// Challenges given out and not yet used. Each belongs to the terminal that fetched it, works once, and not
// for long.
#pragma once

#include "domain/record/EligibilityQuery.h"
#include "foundation/base/Bytes.h"
#include "foundation/base/Result.h"

#include <chrono>
#include <deque>
#include <string>

namespace madoguchi {

class NonceBook {
public:
    explicit NonceBook(std::chrono::seconds life) : life_{life} {}

    Result<Challenge> issue(const std::string& institution, std::chrono::sys_seconds now);

    /// True once for each issued nonce, while it lives. Any attempt uses it up.
    bool redeem(const std::string& institution, const Bytes& nonce, std::chrono::sys_seconds now);

private:
    struct Entry {
        std::string institution;
        Bytes nonce;
        std::chrono::sys_seconds end;
    };
    std::chrono::seconds life_;
    std::deque<Entry> open_; ///< oldest first
};

} // namespace madoguchi
