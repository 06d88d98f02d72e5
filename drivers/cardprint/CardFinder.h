// SPDX-License-Identifier: Apache-2.0
// Where in a picture a card lies, and the same card laid straight.
#pragma once

#include <array>
#include <opencv2/core.hpp>
#include <vector>

namespace madoguchi::cardface {

/// The corners of a card: upper left, upper right, lower right, lower left; or all the other way up.
using CardCorners = std::array<cv::Point2f, 4>;

/// Things of a card's shape (ISO/IEC 7810 ID-1, 85.60 x 53.98 mm) that fill a tenth of the picture or more,
/// the largest first, three at most. `grey` has 8 bits.
[[nodiscard]] std::vector<CardCorners> findCards(const cv::Mat& grey);

/// The card as if photographed straight from above, kScale pixels a millimetre.
[[nodiscard]] cv::Mat straightened(const cv::Mat& grey, const CardCorners& corners);

} // namespace madoguchi::cardface
