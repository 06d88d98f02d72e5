// SPDX-License-Identifier: Apache-2.0
#include "domain/eligibility/SecurityNumberCheck.h"

#include <algorithm>

namespace madoguchi {
namespace {

constexpr std::size_t kDigits = 14;

int number(std::string_view digits)
{
    int value = 0;
    for (const char digit : digits)
        value = value * 10 + (digit - '0');
    return value;
}

} // namespace

bool isPlausible(std::string_view digits)
{
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    if (digits.size() != kDigits || !std::ranges::all_of(digits, isDigit))
        return false;
    constexpr std::chrono::year kLeapYear{
        2000}; // the era is not printed in the number: 29 February may be right
    const std::chrono::year_month_day birthday{
        kLeapYear, std::chrono::month(static_cast<unsigned>(number(digits.substr(2, 2)))),
        std::chrono::day(static_cast<unsigned>(number(digits.substr(4, 2))))};
    return birthday.ok();
}

bool expiresIn(std::string_view digits, std::chrono::year year)
{
    return std::chrono::year{number(digits.substr(6, 4))} == year;
}

} // namespace madoguchi
