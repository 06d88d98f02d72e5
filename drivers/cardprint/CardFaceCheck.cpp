// SPDX-License-Identifier: Apache-2.0
#include "drivers/cardprint/CardFaceCheck.h"

#include "domain/eligibility/Era.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace madoguchi::cardface {

namespace {

using std::chrono::year_month_day;

constexpr std::string_view kYear = "年", kMonth = "月", kDay = "日", kFirst = "元";

bool allDigits(std::string_view text)
{
    return std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// The number of one or two digits that ends before `unit`; what was read goes from `text`.
std::optional<unsigned> number(std::string_view& text, std::string_view unit)
{
    const auto at = text.find(unit);
    unsigned value = 0;
    if (at == std::string_view::npos || at == 0 || !allDigits(text.substr(0, at)))
        return std::nullopt;
    std::from_chars(text.data(), text.data() + at, value);
    text.remove_prefix(at + unit.size());
    return value;
}

/// Year, month and day as printed, whichever calendar.
struct Printed {
    unsigned year, month, day;
};

/// What stands before the year's digits (an era) is skipped.
std::optional<Printed> printed(std::string_view text)
{
    while (!text.empty() && !allDigits(text.substr(0, 1)) && !text.starts_with(kFirst))
        text.remove_prefix(1);
    std::string digits{text};
    if (text.starts_with(kFirst))
        digits.replace(0, kFirst.size(), "1");
    std::string_view rest = digits;
    const auto year = number(rest, kYear);
    const auto month = number(rest, kMonth);
    const auto day = number(rest, kDay);
    return year && month && day ? std::optional<Printed>{{*year, *month, *day}} : std::nullopt;
}

std::optional<year_month_day> western(const Printed& date)
{
    const year_month_day day{std::chrono::year{static_cast<int>(date.year)}, std::chrono::month{date.month},
                             std::chrono::day{date.day}};
    return day.ok() ? std::optional{day} : std::nullopt;
}

std::optional<year_month_day> birthDay(std::string_view text, const Printed& date)
{
    if (allDigits(text.substr(0, 1)))
        return western(date);
    const auto end = text.find(kDay);
    const auto parsed = parseEraDate(text.substr(0, end + kDay.size()), DateRole::Birth);
    const auto* const found = std::get_if<EraDate>(&parsed);
    return found != nullptr ? std::optional{found->date} : std::nullopt;
}

std::string twoDigits(unsigned value)
{
    return {static_cast<char>('0' + value / 10 % 10), static_cast<char>('0' + value % 10)};
}

} // namespace

std::optional<Checked> checkFields(std::string_view birth, std::string_view expiry, std::string_view code,
                                   year_month_day today)
{
    const auto birthPrinted = printed(birth), expiryPrinted = printed(expiry);
    if (!birthPrinted || !expiryPrinted || code.size() != 4 || !allDigits(code))
        return std::nullopt;
    const auto born = birthDay(birth, *birthPrinted), until = western(*expiryPrinted);
    const std::chrono::years one{1}, eleven{11};
    if (!born || !until || *born > today || *until <= *born || until->year() < today.year() - one ||
        until->year() > today.year() + eleven)
        return std::nullopt;
    return Checked{.number = twoDigits(birthPrinted->year % 100) + twoDigits(birthPrinted->month) +
                             twoDigits(birthPrinted->day) + std::to_string(static_cast<int>(until->year())) +
                             std::string{code},
                   .birthdayRepeated = born->month() == until->month() && born->day() == until->day()};
}

} // namespace madoguchi::cardface
