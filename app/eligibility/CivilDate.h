// SPDX-License-Identifier: Apache-2.0
// Days as people in Japan count them (Asia/Tokyo). A visit after midnight belongs to the new day; no rule
// here ever sees a time of day or a UTC timestamp.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace madoguchi {

using CivilDate = std::chrono::year_month_day;

/// "2026-11-20" or, as on the wire, "20261120". Nothing for a day that does not exist.
[[nodiscard]] std::optional<CivilDate> parseCivilDate(std::string_view text);

/// "2026-11-20".
[[nodiscard]] std::string isoDate(CivilDate date);

/// The day in Japan at a moment.
[[nodiscard]] CivilDate civilDay(std::chrono::sys_seconds moment);

[[nodiscard]] CivilDate plusDays(CivilDate date, int days);

/// The same day `years` later. 29 February becomes 1 March in a common year: that is when a birthday is
/// reached.
[[nodiscard]] CivilDate anniversary(CivilDate date, int years);

} // namespace madoguchi
