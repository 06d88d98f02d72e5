// SPDX-License-Identifier: Apache-2.0
#include "faceauth/ShotComparison.h"

#include "faceauth/VectorMath.h"

namespace madoguchi {

void ShotComparison::add(FaceTemplate shot)
{
    if (!shots_.empty() && rule_.score(fused(), shot) >= rule_.thresholds(1).ask)
        shots_.clear();
    shots_.push_back(std::move(shot));
    if (shots_.size() > kMostShots)
        shots_.pop_front();
}

std::optional<FaceDecision> ShotComparison::decision() const
{
    const int shots = static_cast<int>(shots_.size());
    if (!card_ || shots < kLeastShots)
        return std::nullopt;
    const Thresholds& limits = rule_.thresholds(shots);
    FaceDecision decision{.score = rule_.score(*card_, fused()), .threshold = limits.accept, .shots = shots};
    if (decision.score < limits.accept)
        decision.verdict = FaceVerdict::Accepted;
    else if (shots < kMostShots)
        return std::nullopt;
    else if (decision.score < limits.ask)
        decision.verdict = FaceVerdict::AskStaff;
    return decision;
}

FaceTemplate ShotComparison::fused() const
{
    FaceTemplate sum = shots_.front();
    for (auto shot = shots_.begin() + 1; shot != shots_.end(); ++shot)
        for (std::size_t i = 0; i < sum.size(); ++i)
            madoguchi::add(sum[i], (*shot)[i]);
    for (Embedding& member : sum)
        normalise(member);
    return sum;
}

} // namespace madoguchi
