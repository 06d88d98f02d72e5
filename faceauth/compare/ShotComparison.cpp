// SPDX-License-Identifier: Apache-2.0
#include "faceauth/compare/ShotComparison.h"

namespace madoguchi {

void ShotComparison::add(FaceTemplate shot)
{
    if (turned_ && !sameFace(*turned_, shot)) {
        ++strangers_;
        return;
    }
    if (!shots_.empty() && !sameFace(fused(shots_), shot))
        shots_.clear();
    shots_.push_back(std::move(shot));
    if (shots_.size() > kMostShots)
        shots_.erase(shots_.begin());
}

bool ShotComparison::sameFace(const FaceTemplate& known, const FaceTemplate& shot) const
{
    return rule_.score(known, shot) < rule_.thresholds(1).ask;
}

bool ShotComparison::turned(FaceTemplate straight, const FaceTemplate& aside)
{
    if (!sameFace(straight, aside))
        return false;
    clear();
    turned_ = std::move(straight);
    return true;
}

void ShotComparison::clear()
{
    shots_.clear();
    turned_.reset();
    strangers_ = 0;
}

std::optional<FaceDecision> ShotComparison::decision() const
{
    if (card_ && strangers_ >= kMostStrangers)
        return FaceDecision{.verdict = FaceVerdict::AskStaff,
                            .score = rule_.score(*card_, *turned_),
                            .threshold = rule_.thresholds(1).accept};
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
