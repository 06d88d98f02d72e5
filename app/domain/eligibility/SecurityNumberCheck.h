// SPDX-License-Identifier: Apache-2.0
// 照合番号B before it is presented: ten wrong ones lock the card's face until a visit to the municipal
// office, so a number that cannot be right is not tried, and an automatic reader of card faces stops early.
#pragma once

#include "domain/record/CardRecord.h"

#include <chrono>
#include <string_view>

namespace madoguchi {

/// Fourteen ASCII digits: YYMMDD as printed (era or western year), YYYY expiry, four of the security code.
/// Month and day must name a day of some year.
[[nodiscard]] bool isPlausible(std::string_view number);

/// Whether the number's expiry year is that of the card's own record. Only for a plausible number.
[[nodiscard]] bool expiresIn(std::string_view number, std::chrono::year year);

struct SecurityNumberPolicy {
    int keepFromCamera{5}; ///< with this many tries left, or fewer, a number the camera read is not tried
    int keepFromStaff{2};  ///< the same for a number a person typed, who can look at the card again
};

[[nodiscard]] constexpr bool maySpendTry(const SecurityNumberPolicy& policy, NumberSource source,
                                         int triesLeft)
{
    return triesLeft > (source == NumberSource::Camera ? policy.keepFromCamera : policy.keepFromStaff);
}

} // namespace madoguchi
