// SPDX-License-Identifier: Apache-2.0
#include "services/staff/PasswordRules.h"

#include "domain/status/DeskSession.h"
#include "formats/status/DeskMessages.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>

namespace madoguchi {
namespace {

constexpr std::size_t kShortest = 13;
constexpr std::size_t kFewCharacters = 5;

/// What long passwords are most often made of; a password that is one of these and little else is guessed
/// first.
constexpr std::array<std::string_view, 20> kCommon{
    "password",  "qwerty", "letmein",  "welcome",  "iloveyou", "admin",    "administrator",
    "123456",    "abc123", "monkey",   "dragon",   "sunshine", "princess", "football",
    "reception", "clinic", "hospital", "pharmacy", "p@ssw0rd", "passw0rd"};

std::string lower(std::string_view text)
{
    std::string small{text};
    std::ranges::transform(small, small.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return small;
}

std::size_t characters(std::string_view text)
{
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

/// What is left of a password when the words everybody uses are taken out.
bool mostlyCommon(std::string small)
{
    for (const auto word : kCommon)
        for (auto at = small.find(word); at != std::string::npos; at = small.find(word))
            small.erase(at, word.size());
    return characters(small) < kShortest / 2;
}

bool counting(std::string_view pin)
{
    const auto steps = [&](int by) {
        return std::ranges::adjacent_find(pin, [by](char a, char b) { return b - a != by; }) == pin.end();
    };
    return steps(0) || steps(1) || steps(-1);
}

} // namespace

bool goodStaffName(std::string_view name)
{
    constexpr std::string_view kAllowed = "abcdefghijklmnopqrstuvwxyz0123456789.-_";
    return !name.empty() && name.size() <= kMaxStaffName &&
           name.find_first_not_of(kAllowed) == std::string_view::npos;
}

StaffEdit judgePassword(std::string_view password, std::string_view name)
{
    if (characters(password) < kShortest || password.size() > kMaxPassword)
        return StaffEdit::PasswordShort;
    const auto small = lower(password);
    const bool few = std::set<char>(small.begin(), small.end()).size() < kFewCharacters;
    const bool holdsName = name.size() >= 3 && small.find(name) != std::string::npos;
    return few || holdsName || mostlyCommon(small) ? StaffEdit::PasswordCommon : StaffEdit::Done;
}

StaffEdit judgePin(std::string_view pin)
{
    const bool digits = std::ranges::all_of(pin, [](char c) { return c >= '0' && c <= '9'; });
    return digits && pin.size() >= 4 && pin.size() <= kMaxStaffCode && !counting(pin) ? StaffEdit::Done
                                                                                      : StaffEdit::PinInvalid;
}

std::string_view words(StaffEdit edit)
{
    constexpr std::array<std::string_view, 8> kWords{
        "done",
        "a name has 1 to 32 of a-z 0-9 . - _",
        "somebody has this name already",
        "nobody has this name",
        "a password has 13 characters or more, and 128 bytes at most",
        "this password is guessed at once: common words, the name itself, or a few characters repeated",
        "a PIN has 4 to 8 digits, neither all the same nor counting up or down",
        "there are too many people in this file"};
    return kWords[static_cast<std::size_t>(edit)];
}

} // namespace madoguchi
