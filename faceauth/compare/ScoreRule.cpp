// SPDX-License-Identifier: Apache-2.0
#include "faceauth/compare/ScoreRule.h"

#include <algorithm>
#include <cassert>

namespace madoguchi {

ScoreRule::ScoreRule(std::vector<Thresholds> thresholds) : thresholds_{std::move(thresholds)}
{
    assert(!thresholds_.empty() && thresholds_.front().shots == 1);
}

const Thresholds& ScoreRule::thresholds(int shots) const
{
    const auto above = std::find_if(thresholds_.begin() + 1, thresholds_.end(),
                                    [&](const Thresholds& row) { return row.shots > shots; });
    return *(above - 1);
}

Embedding fused(std::span<const Embedding> shots)
{
    assert(!shots.empty());
    Embedding sum = shots.front();
    for (const Embedding& shot : shots.subspan(1))
        add(sum, shot);
    normalise(sum);
    return sum;
}

} // namespace madoguchi
