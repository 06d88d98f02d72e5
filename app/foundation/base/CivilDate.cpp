// SPDX-License-Identifier: Apache-2.0
#include "foundation/base/CivilDate.h"

#include <algorithm>
#include <charconv>
#include <cstdint>

namespace madoguchi {
namespace {

constexpr std::chrono::hours kTokyo{9};

std::optional<int> number(std::string_view digits)
{
    int value{};
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    if (digits.empty() || !std::all_of(digits.begin(), digits.end(), isDigit))
        return std::nullopt;
    const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return result.ec == std::errc{} ? std::optional{value} : std::nullopt;
}

std::string padded(std::int64_t value, std::size_t width)
{
    const auto text = std::to_string(value);
    return std::string(width - std::min(width, text.size()), '0') + text;
}

} // namespace

std::optional<CivilDate> parseCivilDate(std::string_view text)
{
    const bool dashed = text.size() == 10 && text[4] == '-' && text[7] == '-';
    if (!dashed && text.size() != 8)
        return std::nullopt;
    const auto year = number(text.substr(0, 4));
    const auto month = number(text.substr(dashed ? 5 : 4, 2));
    const auto day = number(text.substr(dashed ? 8 : 6, 2));
    if (!year || !month || !day)
        return std::nullopt;
    const CivilDate date{std::chrono::year{*year}, std::chrono::month(static_cast<unsigned>(*month)),
                         std::chrono::day(static_cast<unsigned>(*day))};
    return date.ok() ? std::optional{date} : std::nullopt;
}

std::string isoDate(CivilDate date)
{
    const auto digits = wireDate(date);
    return digits.substr(0, 4) + '-' + digits.substr(4, 2) + '-' + digits.substr(6);
}

std::string wireDate(CivilDate date)
{
    return padded(static_cast<int>(date.year()), 4) + padded(static_cast<unsigned>(date.month()), 2) +
           padded(static_cast<unsigned>(date.day()), 2);
}

CivilDate civilDay(std::chrono::sys_seconds moment)
{
    return std::chrono::floor<std::chrono::days>(moment + kTokyo);
}

std::string wireTime(std::chrono::sys_seconds moment)
{
    const auto day = civilDay(moment);
    const std::chrono::hh_mm_ss clock{moment - beginOf(day)};
    return wireDate(day) + padded(clock.hours().count(), 2) + padded(clock.minutes().count(), 2) +
           padded(clock.seconds().count(), 2);
}

std::chrono::sys_seconds beginOf(CivilDate day)
{
    return std::chrono::sys_seconds{std::chrono::sys_days{day}} - kTokyo;
}

CivilDate plusDays(CivilDate date, int days)
{
    return std::chrono::sys_days{date} + std::chrono::days{days};
}

CivilDate anniversary(CivilDate date, int years)
{
    const CivilDate later = date + std::chrono::years{years};
    return later.ok() ? later : CivilDate{later.year() / std::chrono::March / 1};
}

} // namespace madoguchi
