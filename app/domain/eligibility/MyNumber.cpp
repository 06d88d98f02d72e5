// SPDX-License-Identifier: Apache-2.0
#include "domain/eligibility/MyNumber.h"

#include "domain/eligibility/NameKey.h"

#include <algorithm>
#include <array>
#include <string>

namespace madoguchi {

bool looksLikeMyNumber(std::string_view text)
{
    constexpr std::array kWeights{6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2}; // 番号法総務省令 第五条
    auto digits = foldWidth(text);
    digits.erase(std::remove_if(digits.begin(), digits.end(), [](char c) { return c == ' ' || c == '-'; }),
                 digits.end());
    if (digits.size() != 12 ||
        !std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; }))
        return false;
    int sum = 0;
    for (std::size_t i = 0; i < kWeights.size(); ++i)
        sum += (digits[i] - '0') * kWeights[i];
    const int rest = sum % 11;
    return digits.back() - '0' == (rest <= 1 ? 0 : 11 - rest);
}

} // namespace madoguchi
