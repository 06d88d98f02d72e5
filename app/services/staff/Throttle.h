// SPDX-License-Identifier: Apache-2.0
// How fast one may guess: five tries, then 30 seconds, doubled with each failure up to an hour; after fifty
// an administrator has to release the name. Counted for each name, whether anybody has it or not, and for the
// terminal as a whole (which waits, but is never closed for good: that would close the reception). Plain
// values; StaffFile keeps them.
#pragma once

#include <chrono>
#include <map>
#include <string>

namespace madoguchi {

struct Attempts {
    int failures{0};
    std::chrono::sys_seconds last{};

    friend bool operator==(const Attempts&, const Attempts&) = default;
};

inline constexpr int kFreeFailures = 5;
inline constexpr int kMostFailures = 50;

/// How long nobody may try after so many failures.
[[nodiscard]] std::chrono::seconds delayAfter(int failures);

/// What is left of it. A clock that was set back does not shorten it: the wait begins anew.
[[nodiscard]] std::chrono::seconds waitLeft(const Attempts& attempts, std::chrono::sys_seconds now);

using AttemptTable = std::map<std::string, Attempts>;
inline constexpr std::size_t kMaxAttemptNames = 1000;

/// One more failure of `who`. A full table forgets whoever failed longest ago.
void countFailure(AttemptTable& table, const std::string& who, std::chrono::sys_seconds now);

} // namespace madoguchi
