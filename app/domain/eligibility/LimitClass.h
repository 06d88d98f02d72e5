// SPDX-License-Identifier: Apache-2.0
// 限度額適用区分 (OQSCD012) in words and yen: how much this patient pays at most in a month. The amounts
// stand in a dated table, because they change.
#pragma once

#include "domain/text/TextId.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>

namespace madoguchi {

struct Ceiling {
    TextId label;                           ///< as on the paper: ア, 現役並みⅢ, 低所得Ⅱ
    std::int64_t yen{0};                    ///< for the month and the household
    std::optional<std::int64_t> many;       ///< 多数回該当: from the fourth month on
    std::optional<std::int64_t> outpatient; ///< for one person outside hospital
    bool confirmed{true}; ///< false: the amounts may have been revised for this month; look them up
};

/// `cost`: the month's whole medical cost in yen. Nothing for a code or a month that is not in the table.
[[nodiscard]] std::optional<Ceiling> ceilingFor(std::string_view code, std::chrono::year_month month,
                                                std::int64_t cost);

} // namespace madoguchi
