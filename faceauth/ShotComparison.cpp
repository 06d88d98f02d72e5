// SPDX-License-Identifier: Apache-2.0
#include "faceauth/ShotComparison.h"

namespace madoguchi {

void ShotComparison::add(FaceTemplate shot)
{
    if (!shots_.empty() && rule_.score(fused(shots_), shot) >= rule_.thresholds(1).ask)
        shots_.clear();
    shots_.push_back(std::move(shot));
    if (shots_.size() > kMostShots)
        shots_.erase(shots_.begin());
}

std::optional<FaceDecision> ShotComparison::decision() const
{
    const int shots = static_cast<int>(shots_.size());
    if (!card_ || shots < kLeastShots)
        return std::nullopt;
    const Thresholds& limits = rule_.thresholds(shots);
    FaceDecision decision{
        .score = rule_.score(*card_, fused(shots_)), .threshold = limits.accept, .shots = shots};
    if (decision.score < limits.accept)
        decision.verdict = FaceVerdict::Accepted;
    else if (shots < kMostShots)
        return std::nullopt;
    else if (decision.score < limits.ask)
        decision.verdict = FaceVerdict::AskStaff;
    return decision;
}

} // namespace madoguchi
