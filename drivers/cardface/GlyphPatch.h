// SPDX-License-Identifier: Apache-2.0
// One character as the classifier sees it: the same for the camera's characters and for those it was trained
// on.
#pragma once

#include <array>
#include <opencv2/core.hpp>

namespace madoguchi::cardface {

inline constexpr int kPatchSide = 20;
inline constexpr std::size_t kPatchValues = kPatchSide * kPatchSide + 1;

/// Ink from 0 to 1, row by row, the character centred and as large as fits; last its width over its height.
using GlyphPatch = std::array<float, kPatchValues>;

/// `box` must lie within `ink` and not be empty.
[[nodiscard]] GlyphPatch patchOf(const cv::Mat& ink, const cv::Rect& box);

} // namespace madoguchi::cardface
