// SPDX-License-Identifier: Apache-2.0
#include "ui/pane/NumberCheck.h"

#include <array>

namespace madoguchi {
namespace {

constexpr std::size_t kBirthDigits = 6;
constexpr std::size_t kExpiryEnd = 10;
constexpr int kFirstCards = 2016;    ///< the year My Number Cards were first issued
constexpr int kLongestValidity = 11; ///< until the tenth birthday after issue, and up to a year to it

int number(std::string_view digits)
{
    int value = 0;
    for (const char digit : digits)
        value = value * 10 + (digit - '0');
    return value;
}

/// The year's two digits may be of any era, so 29 February is possible in all of them.
bool possibleBirth(std::string_view digits)
{
    constexpr std::array kDays{31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const int month = number(digits.substr(2, 2));
    const int day = number(digits.substr(4, 2));
    return month >= 1 && month <= 12 && day >= 1 && day <= kDays[static_cast<std::size_t>(month) - 1];
}

bool possibleExpiry(int year, int thisYear)
{
    return year >= kFirstCards && year <= thisYear + kLongestValidity;
}

} // namespace

NumberCheck checkSecurityNumber(std::string_view digits, int thisYear)
{
    if (digits.size() >= kBirthDigits && !possibleBirth(digits))
        return NumberCheck::BirthImpossible;
    if (digits.size() >= kExpiryEnd &&
        !possibleExpiry(number(digits.substr(kBirthDigits, kExpiryEnd - kBirthDigits)), thisYear))
        return NumberCheck::ExpiryImpossible;
    return digits.size() < kSecurityNumberDigits ? NumberCheck::TooShort : NumberCheck::Plausible;
}

} // namespace madoguchi
