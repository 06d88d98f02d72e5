// SPDX-License-Identifier: Apache-2.0
// One character as the classifier sees it: the same for the camera's characters and for those it was trained
// on. Where its strokes' edges run, and which way, tells more about it in a typeface never seen than its ink.
#pragma once

#include <array>
#include <opencv2/core.hpp>

namespace madoguchi::cardface {

inline constexpr int kCells = 6;      ///< along each side of the square the character is centred in
inline constexpr int kDirections = 8; ///< of an edge
inline constexpr int kCoarse = 10;    ///< pixels along each side of its ink
inline constexpr std::size_t kEdgeValues = std::size_t{kCells} * kCells * kDirections;
inline constexpr std::size_t kPatchValues = kEdgeValues + std::size_t{kCoarse} * kCoarse + 1;

/// Edges cell by cell, row by row, from 0 to about 1; then ink from 0 to 1, row by row; last the character's
/// width over its height.
using GlyphPatch = std::array<float, kPatchValues>;

/// `box` must lie within `ink` and not be empty.
[[nodiscard]] GlyphPatch patchOf(const cv::Mat& ink, const cv::Rect& box);

} // namespace madoguchi::cardface
