// SPDX-License-Identifier: Apache-2.0
// Whether mouth and nose are covered, by colour: around the eyes a face shows its own skin in this light, and
// neither a nose nor lips are less red than that; cloth is. A beard is no mask, because it leaves nose and
// lips free. A mask of the skin's own redness is not noticed, nor any in a picture without colour.
#pragma once

#include "faceauth/networks/FaceGeometry.h"
#include "foundation/picture/Frame.h"

namespace madoguchi {

/// By how much nose and mouth, in the middle of eight places, are less red than the skin around the eyes:
/// shares of the sum of the three colours. Below 0 for most bare faces.
[[nodiscard]] double maskTrace(const Image& frame, const Landmarks& points);

/// Drawn people, practice's and invented: bare at most -0.001, behind white, blue, grey or black cloth at
/// least 0.031, behind pink -0.003 to 0.077. Two men filmed with bare faces: at most 0.001 in 1381 frames.
inline constexpr double kMaskSeen{0.02};

} // namespace madoguchi
