// SPDX-License-Identifier: Apache-2.0
#include "domain/eligibility/Coverage.h"

#include <algorithm>

namespace madoguchi {

bool covers(const Coverage& coverage, CivilDate day)
{
    return coverage.start <= day && (!coverage.loss || day < *coverage.loss) &&
           (!coverage.cardEnd || day <= *coverage.cardEnd);
}

std::optional<CivilDate> lastDay(const Coverage& coverage)
{
    std::optional<CivilDate> last = coverage.cardEnd;
    if (coverage.loss)
        last = std::min(last.value_or(plusDays(*coverage.loss, -1)), plusDays(*coverage.loss, -1));
    return last;
}

bool endsSoon(const Coverage& coverage, CivilDate day)
{
    constexpr int kSoonDays = 31;
    const auto last = lastDay(coverage);
    return last && *last <= plusDays(day, kSoonDays);
}

} // namespace madoguchi
