// SPDX-License-Identifier: Apache-2.0
// 一部負担割合: the share of the cost a patient pays. What is absent or contradictory is shown as 「要確認」
// with its reason; a ratio is never guessed.
#pragma once

#include "foundation/base/CivilDate.h"

#include <optional>
#include <string>

namespace madoguchi {

/// 高齢受給者証 as it came: ratio in three digits of percent, days inclusive, absent = open.
struct ElderlyRatio {
    std::string ratio;
    std::optional<CivilDate> start, end;
};

enum class RatioReason : std::uint8_t {
    Ok,
    Absent,      ///< the ratio has not arrived
    OutOfPeriod, ///< a certificate is there, but not for this day
    Unexpected,  ///< a value that cannot be right for this person
};

struct BurdenRatio {
    std::optional<int> percent; ///< nothing = 要確認
    RatioReason reason{RatioReason::Ok};
};

struct RatioQuestion {
    std::string insurerNumber; ///< eight digits; 39… is 後期高齢者医療
    CivilDate birth, day;
    std::string insuredRatio; ///< InsuredPartialContributionRatio, 後期 only; empty = absent
    std::optional<ElderlyRatio> elderly;
};

[[nodiscard]] BurdenRatio burdenRatio(const RatioQuestion& question);

} // namespace madoguchi
