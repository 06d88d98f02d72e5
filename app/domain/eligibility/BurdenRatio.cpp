// SPDX-License-Identifier: Apache-2.0
#include "domain/eligibility/BurdenRatio.h"

#include "domain/eligibility/Age.h"

#include <algorithm>
#include <initializer_list>

namespace madoguchi {
namespace {

/// "010" → 10; nothing for what is no number of percent.
std::optional<int> percentOf(const std::string& wire)
{
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    if (wire.empty() || wire.size() > 3 || !std::all_of(wire.begin(), wire.end(), isDigit))
        return std::nullopt;
    return std::stoi(wire);
}

BurdenRatio accept(const std::string& wire, std::initializer_list<int> expected)
{
    if (wire.empty())
        return {std::nullopt, RatioReason::Absent};
    const auto percent = percentOf(wire);
    if (!percent || std::find(expected.begin(), expected.end(), *percent) == expected.end())
        return {std::nullopt, RatioReason::Unexpected};
    return {percent, RatioReason::Ok};
}

BurdenRatio elderly(const RatioQuestion& q)
{
    if (!q.elderly)
        return {std::nullopt, RatioReason::Absent};
    const bool begun = !q.elderly->start || *q.elderly->start <= q.day;
    const bool over = q.elderly->end && *q.elderly->end < q.day;
    if (!begun || over)
        return {std::nullopt, RatioReason::OutOfPeriod};
    // One tenth was kept for those who had turned seventy before April 2014.
    const CivilDate lastOfOneTenth = std::chrono::year{1944} / 4 / 1;
    return q.birth <= lastOfOneTenth ? accept(q.elderly->ratio, {10, 20, 30})
                                     : accept(q.elderly->ratio, {20, 30});
}

} // namespace

BurdenRatio burdenRatio(const RatioQuestion& q)
{
    if (q.insurerNumber.rfind("39", 0) == 0)
        return accept(q.insuredRatio, {10, 20, 30});
    if (elderlyRatioStart(q.birth) <= q.day && q.day < lateElderlyStart(q.birth))
        return elderly(q);
    if (q.day <= preschoolEnd(q.birth))
        return {20, RatioReason::Ok};
    return {30, RatioReason::Ok};
}

} // namespace madoguchi
