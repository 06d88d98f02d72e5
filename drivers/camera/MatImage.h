// SPDX-License-Identifier: Apache-2.0
// From OpenCV's picture to ours, for inside this module.
#pragma once

#include "foundation/picture/MatView.h"

namespace madoguchi {

inline constexpr int kNarrowestPicture = 160, kLowestPicture = 120;
inline constexpr int kWidestCapture = 1920, kHighestCapture = 1440;

/// A copy. CameraBlind when `picture` is empty, too small, too large, or not 8-bit BGR.
[[nodiscard]] Result<Image> toImage(const cv::Mat& picture);

} // namespace madoguchi
