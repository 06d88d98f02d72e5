// SPDX-License-Identifier: Apache-2.0
#include "domain/eligibility/InsurerNumber.h"

#include "domain/eligibility/NameKey.h"

#include <algorithm>

namespace madoguchi {
namespace {

/// Weights 2, 1, 2, 1, … from the right; a product of two digits counts as their sum.
char checkDigit(std::string_view body)
{
    int sum = 0, weight = 2;
    for (auto digit = body.rbegin(); digit != body.rend(); ++digit, weight = 3 - weight) {
        const int product = (*digit - '0') * weight;
        sum += product / 10 + product % 10;
    }
    return static_cast<char>('0' + (10 - sum % 10) % 10);
}

struct Law {
    std::string_view digits;
    InsurerKind kind;
};
constexpr Law kLaws[]{
    {"00", InsurerKind::National},         {"01", InsurerKind::Association},
    {"02", InsurerKind::Seamen},           {"03", InsurerKind::DayLabour},
    {"04", InsurerKind::DayLabour},        {"06", InsurerKind::Society},
    {"07", InsurerKind::SelfDefence},      {"31", InsurerKind::MutualAid},
    {"32", InsurerKind::MutualAid},        {"33", InsurerKind::MutualAid},
    {"34", InsurerKind::MutualAid},        {"39", InsurerKind::LateElderly},
    {"63", InsurerKind::RetiredSociety},   {"67", InsurerKind::RetiredNational},
    {"72", InsurerKind::RetiredMutualAid}, {"73", InsurerKind::RetiredMutualAid},
    {"74", InsurerKind::RetiredMutualAid}, {"75", InsurerKind::RetiredMutualAid},
};

} // namespace

std::optional<InsurerKind> insurerKind(std::string_view padded)
{
    const auto* law = std::ranges::find(kLaws, padded.substr(0, 2), &Law::digits);
    return padded.size() == 8 && law != std::end(kLaws) ? std::optional{law->kind} : std::nullopt;
}

InsurerCheck checkInsurerNumber(std::string_view text)
{
    auto digits = foldWidth(text);
    digits.erase(0, digits.find_first_not_of(' '));
    digits.erase(digits.find_last_not_of(' ') + 1);
    if (!std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; }))
        return {InsurerError::NotDigits, {}, '\0'};
    if (digits.size() != 6 && digits.size() != 8)
        return {InsurerError::Length, {}, '\0'};

    InsurerCheck check;
    check.padded = std::string(8 - digits.size(), '0') + digits;
    check.expectedLast = checkDigit(std::string_view{digits}.substr(0, digits.size() - 1));
    if (digits.back() != check.expectedLast)
        check.error = InsurerError::CheckDigit;
    return check;
}

} // namespace madoguchi
