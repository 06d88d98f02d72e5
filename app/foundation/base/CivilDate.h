// SPDX-License-Identifier: Apache-2.0
// Days as people in Japan count them: Asia/Tokyo has been UTC+9 without summer time since 1952, so no zone
// database is needed. A visit after midnight belongs to the new day; no rule of a qualification ever sees a
// time of day or a UTC timestamp.
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

/// "20261120", as on the wire.
[[nodiscard]] std::string wireDate(CivilDate date);

/// The day in Japan at a moment.
[[nodiscard]] CivilDate civilDay(std::chrono::sys_seconds moment);

/// The time in Japan at a moment as on the wire: "20261120235959".
[[nodiscard]] std::string wireTime(std::chrono::sys_seconds moment);

/// The moment at which a day begins in Japan.
[[nodiscard]] std::chrono::sys_seconds beginOf(CivilDate day);

[[nodiscard]] CivilDate plusDays(CivilDate date, int days);

/// The same day `years` later. 29 February becomes 1 March in a common year: that is when a birthday is
/// reached.
[[nodiscard]] CivilDate anniversary(CivilDate date, int years);

} // namespace madoguchi
