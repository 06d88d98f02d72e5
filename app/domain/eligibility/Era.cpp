// SPDX-License-Identifier: Apache-2.0
#include "domain/eligibility/Era.h"

#include "domain/eligibility/NameKey.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace madoguchi {
namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::year;

struct Era {
    std::array<std::string_view, 3> names; ///< 昭和, S, and its digit on old forms
    CivilDate start;
    CivilDate last; ///< last day; far away for the present era
};

const std::array<Era, 5> kEras{{
    {{"明治", "M", "1"}, year{1868} / 1 / 25, year{1912} / 7 / 29},
    {{"大正", "T", "2"}, year{1912} / 7 / 30, year{1926} / 12 / 24},
    {{"昭和", "S", "3"}, year{1926} / 12 / 25, year{1989} / 1 / 7},
    {{"平成", "H", "4"}, year{1989} / 1 / 8, year{2019} / 4 / 30},
    {{"令和", "R", "5"}, year{2019} / 5 / 1, year{9999} / 12 / 31},
}};

struct Parts {
    const Era* era{nullptr};
    int year{0};
    unsigned month{0}, day{0};
};

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool allDigits(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), isDigit);
}

unsigned toNumber(std::string_view digits)
{
    unsigned value = 0;
    for (const char c : digits)
        value = value * 10 + static_cast<unsigned>(c - '0');
    return value;
}

/// Takes the era's name off the front of `text`. A lone digit is no name here: see parseDigits.
const Era* takeEra(std::string_view& text)
{
    for (const auto& era : kEras) {
        for (const auto name : {era.names[0], era.names[1]}) {
            const bool lower = text.size() > 1 && name.size() == 1 && text[0] == name[0] + ('a' - 'A');
            if (text.rfind(name, 0) != 0 && !lower)
                continue;
            text.remove_prefix(name.size());
            return &era;
        }
    }
    return nullptr;
}

/// The three numbers of "45.1.1", "45年1月1日", "元/1/1".
std::optional<std::array<unsigned, 3>> threeNumbers(std::string_view text)
{
    std::vector<unsigned> numbers;
    bool inNumber = false;
    for (std::size_t i = 0; i < text.size();) {
        if (isDigit(text[i])) {
            if (!inNumber)
                numbers.push_back(0);
            inNumber = true;
            numbers.back() = numbers.back() * 10 + static_cast<unsigned>(text[i++] - '0');
            if (numbers.back() > 9999)
                return std::nullopt;
            continue;
        }
        inNumber = false;
        bool known = false;
        if (numbers.empty() && text.substr(i).rfind("元", 0) == 0) {
            numbers.push_back(1);
            i += std::string_view{"元"}.size();
            known = true;
        }
        for (const std::string_view separator : {"年", "月", "日", ".", "/", "-", " "}) {
            if (!known && text.substr(i).rfind(separator, 0) == 0) {
                i += separator.size();
                known = true;
            }
        }
        if (!known)
            return std::nullopt;
    }
    if (numbers.size() != 3)
        return std::nullopt;
    return std::array{numbers[0], numbers[1], numbers[2]};
}

/// "3450101" (era digit and yymmdd) or "19700101".
std::optional<Parts> parseDigits(std::string_view digits)
{
    Parts parts;
    if (digits.size() == 8) {
        parts.year = static_cast<int>(toNumber(digits.substr(0, 4)));
    } else if (digits.size() == 7 && digits[0] >= '1' && digits[0] <= '5') {
        parts.era = &kEras[static_cast<std::size_t>(digits[0] - '1')];
        parts.year = static_cast<int>(toNumber(digits.substr(1, 2)));
    } else {
        return std::nullopt;
    }
    parts.month = toNumber(digits.substr(digits.size() - 4, 2));
    parts.day = toNumber(digits.substr(digits.size() - 2));
    return parts;
}

std::variant<Parts, EraError> parseParts(std::string_view text)
{
    if (allDigits(text)) {
        if (const auto parts = parseDigits(text))
            return *parts;
        return text.size() == 6 ? EraError::EraMissing : EraError::NotADate;
    }
    Parts parts;
    parts.era = takeEra(text);
    std::optional<std::array<unsigned, 3>> numbers;
    if (parts.era != nullptr && allDigits(text) && text.size() == 6) // S450101
        numbers = {toNumber(text.substr(0, 2)), toNumber(text.substr(2, 2)), toNumber(text.substr(4))};
    else
        numbers = threeNumbers(text);
    if (!numbers)
        return EraError::NotADate;
    parts.year = static_cast<int>((*numbers)[0]);
    parts.month = (*numbers)[1];
    parts.day = (*numbers)[2];
    if (parts.era == nullptr && parts.year < 1000)
        return EraError::EraMissing;
    return parts;
}

std::variant<EraDate, EraError> fromEra(const Parts& parts, DateRole role)
{
    if (parts.year < 1)
        return EraError::NoSuchDay;
    const CivilDate date{parts.era->start.year() + std::chrono::years{parts.year - 1}, month{parts.month},
                         day{parts.day}};
    if (!date.ok())
        return EraError::NoSuchDay;
    if (date < parts.era->start)
        return EraError::BeforeEra;
    const bool beyond = date > parts.era->last;
    if (beyond && role == DateRole::Birth)
        return EraError::BeyondEra;
    return EraDate{date, beyond};
}

} // namespace

std::variant<EraDate, EraError> parseEraDate(std::string_view text, DateRole role)
{
    const auto folded = foldWidth(text);
    const auto parsed = parseParts(folded);
    if (const auto* error = std::get_if<EraError>(&parsed))
        return *error;
    const auto& parts = std::get<Parts>(parsed);
    if (parts.era != nullptr)
        return fromEra(parts, role);
    const CivilDate date{year{parts.year}, month{parts.month}, day{parts.day}};
    if (!date.ok())
        return EraError::NoSuchDay;
    return EraDate{date, false};
}

std::string_view words(EraError error)
{
    switch (error) {
    case EraError::NotADate:
        return "not a date in a known form";
    case EraError::NoSuchDay:
        return "there is no such day";
    case EraError::EraMissing:
        return "a two-digit year needs its era";
    case EraError::BeyondEra:
        return "the era had ended before this day";
    case EraError::BeforeEra:
        return "the era had not begun on this day";
    }
    return "not a date";
}

} // namespace madoguchi
