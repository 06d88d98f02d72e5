// SPDX-License-Identifier: Apache-2.0
#include "faceauth/watch/BestShot.h"

namespace madoguchi {

void BestShot::offer(FaceShot shot)
{
    if (!best_)
        opened_ = shot.frame.captured;
    if (!best_ || shot.rank > best_->rank)
        best_ = std::move(shot);
}

std::optional<FaceShot> BestShot::due(std::chrono::milliseconds now)
{
    if (!best_ || now - opened_ < kWindow)
        return std::nullopt;
    auto shot = std::move(best_);
    best_.reset();
    return shot;
}

} // namespace madoguchi
