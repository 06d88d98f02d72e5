// SPDX-License-Identifier: Apache-2.0
#include "foundation/base/CivilDate.h"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace std::chrono;

TEST_CASE("onlyDaysThatExistAreDates")
{
    CHECK(parseCivilDate("2024-02-29") == 2024y / 2 / 29);
    CHECK(parseCivilDate("20240229") == 2024y / 2 / 29);
    for (const auto* wrong :
         {"2025-02-29", "2025-13-01", "2025-00-10", "2025/01/01", "25-01-01", "2025-1-1", "", "abcdefgh"})
        CHECK_FALSE(parseCivilDate(wrong));
}

TEST_CASE("datesAreWrittenWithAllTheirDigits")
{
    CHECK(isoDate(2026y / 1 / 2) == "2026-01-02");
    CHECK(wireDate(2026y / 1 / 2) == "20260102");
}

TEST_CASE("aNightVisitBelongsToTheNewDayInJapan")
{
    const sys_seconds midnight = sys_days{2026y / 11 / 19} + 15h;

    CHECK(civilDay(midnight) == 2026y / 11 / 20);
    CHECK(civilDay(midnight - 1s) == 2026y / 11 / 19);
    CHECK(beginOf(2026y / 11 / 20) == midnight);
}

TEST_CASE("timeIsJapansWhateverTheMachineThinks")
{
    CHECK(wireTime(sys_days{2026y / 11 / 20}) == "20261120090000");
    CHECK(wireTime(sys_days{2026y / 11 / 20} + 14h + 59min + 59s) == "20261120235959");
    CHECK(wireTime(sys_days{2028y / 2 / 28} + 15h) == "20280229000000");
}
