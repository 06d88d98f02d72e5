// SPDX-License-Identifier: Apache-2.0
// Follows pieces of a face by their own pixels while the head turns. A landmark network will not do for that:
// it has only ever seen heads, and finds a turned head's outline and nose on a bent print as well.
#pragma once

#include "faceauth/networks/FaceGeometry.h"
#include "foundation/picture/Frame.h"

#include <array>

namespace madoguchi {

/// How far the nose's tip has wandered since the first frame, per eye distance, positive to the picture's
/// right.
struct NoseTravel {
    /// Beside the line from the nose's bridge to the mouth. On a sheet bent around an upright axis, as on a
    /// flat one, that line is straight and stays so in every view: 0.
    double ridge{0};
    /// From the middle between the eyes, along their line. Little on any sheet of a head's roundness, however
    /// its axis lies.
    double parallax{0};
};

class SkinTracks {
public:
    /// Begins with a face that looks here.
    SkinTracks(const Image& frame, const Landmarks& points);

    /// One more frame, with the network's points as a first guess. False when a piece was not found again: no
    /// change then, and a later frame may show it (somebody blinked). 2 ms.
    [[nodiscard]] bool follow(const Image& frame, const Landmarks& points);

    [[nodiscard]] NoseTravel travel() const;

private:
    static constexpr std::size_t kPieces = 5; ///< bridge, tip, mouth, the picture's left eye, its right eye
    using Places = std::array<Point, kPieces>;

    [[nodiscard]] static NoseTravel whereTheTipIs(const Places& at);

    double unit_;         ///< eye distance in the first frame, pixels
    Image known_;         ///< the face upright and cut out, as last remembered
    Places knownAt_, at_; ///< where the pieces are in it, and in the last frame's
    NoseTravel first_;
};

} // namespace madoguchi
