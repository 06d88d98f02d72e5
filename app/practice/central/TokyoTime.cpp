// SPDX-License-Identifier: Apache-2.0
#include "practice/central/TokyoTime.h"

#include <cstdio>

namespace madoguchi {
namespace {

constexpr std::chrono::hours kTokyo{9};

} // namespace

std::chrono::year_month_day tokyoDay(std::chrono::sys_seconds time)
{
    return std::chrono::floor<std::chrono::days>(time + kTokyo);
}

std::string dayText(std::chrono::year_month_day day)
{
    char text[16];
    std::snprintf(text, sizeof text, "%04d%02u%02u", static_cast<int>(day.year()),
                  static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
    return text;
}

std::string tokyoStamp(std::chrono::sys_seconds time)
{
    const auto local = time + kTokyo;
    const std::chrono::hh_mm_ss clock{local - std::chrono::floor<std::chrono::days>(local)};
    char text[16];
    std::snprintf(text, sizeof text, "%02d%02d%02d", static_cast<int>(clock.hours().count()),
                  static_cast<int>(clock.minutes().count()), static_cast<int>(clock.seconds().count()));
    return dayText(tokyoDay(time)) + text;
}

} // namespace madoguchi
