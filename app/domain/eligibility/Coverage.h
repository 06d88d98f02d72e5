// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "foundation/base/CivilDate.h"

#include <optional>

namespace madoguchi {

/// The days a qualification is good for.
struct Coverage {
    CivilDate start;                  ///< 資格取得年月日, inclusive
    std::optional<CivilDate> loss;    ///< 資格喪失年月日: the first day WITHOUT cover
    std::optional<CivilDate> cardEnd; ///< 有効期限: the last day of the card, inclusive
};

[[nodiscard]] bool covers(const Coverage& coverage, CivilDate day);

/// Its last day, when one is known.
[[nodiscard]] std::optional<CivilDate> lastDay(const Coverage& coverage);

/// Within 31 days of `day`: the patient should be told.
[[nodiscard]] bool endsSoon(const Coverage& coverage, CivilDate day);

} // namespace madoguchi
