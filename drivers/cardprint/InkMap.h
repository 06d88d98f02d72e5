// SPDX-License-Identifier: Apache-2.0
// Where there is ink, whatever the light: shadows, a lamp's reflection and pale security print go, text
// stays.
#pragma once

#include <opencv2/core.hpp>

namespace madoguchi::cardface {

/// Pixels a millimetre of every picture of a card once it has been laid straight.
inline constexpr double kScale = 15;

/// From grey (8 bits) to ink: 0 paper, 255 as dark as text around there.
[[nodiscard]] cv::Mat inkOf(const cv::Mat& grey);

/// 255 where an ink map has ink, 0 elsewhere; specks left out, and what is too tall for a character.
[[nodiscard]] cv::Mat inked(const cv::Mat& ink);

/// The box around a character's strokes between two columns; narrower than the mask, in which neighbours
/// run together. Empty when there are none.
[[nodiscard]] cv::Rect strokesBetween(const cv::Mat& ink, const cv::Mat& mask, int begin, int end);

} // namespace madoguchi::cardface
