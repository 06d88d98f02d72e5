// SPDX-License-Identifier: Apache-2.0
#include "services/staff/Throttle.h"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::sys_seconds kMorning{1'000'000s};

} // namespace

TEST_CASE("fiveTriesAreFreeAndThenEachWaitDoubles")
{
    for (int failures = 0; failures < 5; ++failures)
        CHECK(delayAfter(failures) == 0s);
    CHECK(delayAfter(5) == 30s);
    CHECK(delayAfter(6) == 60s);
    CHECK(delayAfter(11) == 1920s);
    for (const int failures : {12, 50, 1'000'000})
        CHECK(delayAfter(failures) == 1h);
}

TEST_CASE("aClockThatWasSetBackDoesNotShortenTheWait")
{
    const Attempts attempts{6, kMorning};

    CHECK(waitLeft(attempts, kMorning) == 60s);
    CHECK(waitLeft(attempts, kMorning + 59s) == 1s);
    CHECK(waitLeft(attempts, kMorning + 60s) == 0s);
    CHECK(waitLeft(attempts, kMorning - 24h) == 60s);
}

TEST_CASE("aFullTableForgetsWhoeverFailedLongestAgo")
{
    AttemptTable table;
    for (std::size_t i = 0; i < kMaxAttemptNames; ++i)
        countFailure(table, std::to_string(i), kMorning + std::chrono::seconds{i});

    countFailure(table, "new", kMorning + 24h);

    CHECK(table.size() == kMaxAttemptNames);
    CHECK_FALSE(table.contains("0"));
    CHECK(table.contains("1"));
}
