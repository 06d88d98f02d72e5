// SPDX-License-Identifier: Apache-2.0
#include "faceauth/compare/ShotComparison.h"

namespace madoguchi {

void ShotComparison::add(Embedding shot)
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

bool ShotComparison::sameFace(const Embedding& known, const Embedding& shot) const
{
    return distance(known, shot) < rule_.thresholds(1).ask;
}

bool ShotComparison::turned(Embedding straight, const Embedding& aside)
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

FaceDistance ShotComparison::face() const
{
    const int shots = static_cast<int>(shots_.size());
    if (!card_ || shots < kLeastShots)
        return {};
    const Thresholds& limits = rule_.thresholds(turned_ ? 1 : shots);
    FaceDistance face{.score = distance(*card_, fused(shots_)), .threshold = limits.accept, .shots = shots};
    if (face.score < limits.accept)
        face.nearness = Nearness::Near;
    else if (shots == kMostShots)
        face.nearness = face.score < limits.ask ? Nearness::Grey : Nearness::Far;
    return face;
}

} // namespace madoguchi
