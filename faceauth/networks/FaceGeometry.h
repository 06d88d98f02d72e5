// SPDX-License-Identifier: Apache-2.0
// A face as numbers: where it is and where its 68 landmarks lie, in pixels of the frame they were found in.
#pragma once

#include "foundation/picture/Box.h"

#include <array>
#include <cstddef>
#include <utility>

namespace madoguchi {

struct Point {
    double x{0};
    double y{0};
};

/// 68 points in the order of the iBUG 300-W annotation: jaw 0-16, brows 17-26, nose 27-35, eyes 36-47 (the
/// picture's left eye first), mouth 48-67.
inline constexpr std::size_t kLandmarks = 68;
using Landmarks = std::array<Point, kLandmarks>;

struct Face {
    Box box;
    double score{0}; ///< the detector's margin; above 1.0 a frontal, well lit face
    Landmarks points{};
};

/// Two eyes, nose, two corners of the mouth: what a face is laid upright by.
using FivePoints = std::array<Point, 5>;
[[nodiscard]] FivePoints fivePoints(const Landmarks& points);

/// The picture's left eye first.
[[nodiscard]] std::pair<Point, Point> eyeCentres(const Landmarks& points);

/// Distance between the eyes' centres in pixels.
[[nodiscard]] double eyeDistance(const Landmarks& points);

/// How far the nose's tip lies beside the middle of the eyes, along the line of the eyes, per eye distance:
/// positive to the picture's right, where somebody looks who turns to their own left.
[[nodiscard]] double noseShift(const Landmarks& points);

/// The same without its sign: how far the nose's tip lies beside the middle of the eyes, along the line of
/// the eyes, per eye distance: 0 for a face that looks straight ahead, about 0.15 where recognition begins to
/// suffer.
[[nodiscard]] double noseOffset(const Landmarks& points);

[[nodiscard]] Point centre(const Box& box);

} // namespace madoguchi
