// SPDX-License-Identifier: Apache-2.0
#include "resident/supervisor/Backoff.h"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace std::chrono_literals;

TEST_CASE("waitDoublesUpToItsLimitAndIsForgottenAfterSuccess")
{
    Backoff backoff;
    CHECK(backoff.wait() == 0ms);

    backoff.failed();
    CHECK(backoff.wait() == Backoff::kFirst);
    backoff.failed();
    CHECK(backoff.wait() == 2 * Backoff::kFirst);
    for (int i = 0; i < 100; ++i)
        backoff.failed();
    CHECK(backoff.wait() == Backoff::kLongest);

    backoff.succeeded();
    CHECK(backoff.wait() == 0ms);
}
