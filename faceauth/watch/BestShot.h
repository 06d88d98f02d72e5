// SPDX-License-Identifier: Apache-2.0
// Of the usable frames of each short window only the best is worth an embedding, and shots that lie apart in
// time say more than neighbours.
#pragma once

#include "faceauth/networks/FaceGeometry.h"
#include "foundation/picture/Frame.h"

#include <chrono>
#include <optional>

namespace madoguchi {

struct FaceShot {
    Frame frame;
    Landmarks points{};
    double rank{0}; ///< higher is better
};

/// Of somebody who turned their head: the frame the turn is measured from and the one that completed it.
struct TurnShots {
    FaceShot straight;
    FaceShot turned;
};

class BestShot {
public:
    static constexpr std::chrono::milliseconds kWindow{90}; ///< three frames of 30 a second

    /// A usable frame. The first one opens a window.
    void offer(FaceShot shot);

    /// The best one, once, when its window has ended.
    std::optional<FaceShot> due(std::chrono::milliseconds now);

    void clear() { best_.reset(); }

private:
    std::optional<FaceShot> best_;
    std::chrono::milliseconds opened_{0};
};

} // namespace madoguchi
