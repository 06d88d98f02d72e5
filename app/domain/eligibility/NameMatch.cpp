// SPDX-License-Identifier: Apache-2.0
#include "domain/eligibility/NameMatch.h"

#include "domain/eligibility/NameKey.h"

#include <algorithm>
#include <array>

namespace madoguchi {
namespace {

constexpr char32_t kMask = U'●';

bool agreesWhereReadable(const std::u32string& chart, const std::u32string& received)
{
    return chart.size() == received.size() &&
           std::equal(chart.begin(), chart.end(), received.begin(),
                      [](char32_t ours, char32_t theirs) { return theirs == kMask || ours == theirs; });
}

bool kanaAgree(const NamePair& names)
{
    const auto chart = kanaKey(names.chartKana);
    return !chart.empty() && chart == kanaKey(names.receivedKana);
}

} // namespace

NameMatch matchNames(const NamePair& names)
{
    const auto chart = nameKey(names.chart);
    const auto received = nameKey(names.received);
    const auto masked = static_cast<int>(std::count(received.begin(), received.end(), kMask));

    if (!received.empty() && masked == static_cast<int>(received.size()))
        return {NameVerdict::Unreadable, masked};
    if (!chart.empty() && chart == received)
        return {codePoints(names.chart) == codePoints(names.received) ? NameVerdict::Exact
                                                                      : NameVerdict::Variant,
                0};
    if (masked > 0 && agreesWhereReadable(chart, received))
        return {NameVerdict::Masked, masked};
    return {kanaAgree(names) ? NameVerdict::KanaOnly : NameVerdict::Different, masked};
}

std::string_view name(NameVerdict verdict)
{
    constexpr std::array<std::string_view, 6> kNames{"EXACT",      "VARIANT",   "MASKED",
                                                     "UNREADABLE", "KANA_ONLY", "DIFFERENT"};
    return kNames[static_cast<std::size_t>(verdict)];
}

} // namespace madoguchi
