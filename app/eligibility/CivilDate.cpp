// SPDX-License-Identifier: Apache-2.0
#include "eligibility/CivilDate.h"

#include <algorithm>
#include <charconv>

namespace madoguchi {
namespace {

std::optional<int> number(std::string_view digits)
{
    int value{};
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    if (digits.empty() || !std::all_of(digits.begin(), digits.end(), isDigit))
        return std::nullopt;
    const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return result.ec == std::errc{} ? std::optional{value} : std::nullopt;
}

std::string padded(unsigned value, std::size_t width)
{
    auto text = std::to_string(value);
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
    return padded(static_cast<unsigned>(static_cast<int>(date.year())), 4) + '-' +
           padded(static_cast<unsigned>(date.month()), 2) + '-' +
           padded(static_cast<unsigned>(date.day()), 2);
}

CivilDate civilDay(std::chrono::sys_seconds moment)
{
    constexpr std::chrono::hours kTokyo{9}; // no summer time since 1951
    return std::chrono::floor<std::chrono::days>(moment + kTokyo);
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
