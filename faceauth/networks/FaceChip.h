// SPDX-License-Identifier: Apache-2.0
// The upright square that a face network wants to see, cut out of a picture.
#pragma once

#include "faceauth/networks/FaceGeometry.h"
#include "foundation/picture/Frame.h"

namespace madoguchi {

/// The face turned, moved and scaled so that its five points come as close as can be to where they are wanted
/// in a square of `size` pixels; a much larger face is averaged, not thinned out. Black beyond the picture.
[[nodiscard]] Image alignedChip(const Image& picture, const FivePoints& points, const FivePoints& wanted,
                                int size);

/// As in a mirror.
[[nodiscard]] Image mirrored(const Image& image);

} // namespace madoguchi
