// SPDX-License-Identifier: Apache-2.0
#include "faceauth/watch/FrameTrace.h"

#include "foundation/picture/MatView.h"

#include <algorithm>
#include <cmath>
#include <opencv2/core.hpp>
#include <optional>

namespace madoguchi {

namespace {

// All per eye distance.
constexpr double kFirst = 0.24, kLast = 0.62; ///< where a rim can lie below an eye's middle
constexpr double kCheek = 0.78;
constexpr double kHalfWidth = 0.10, kHalfHeight = 0.025;

/// The brightness of a level bar around a place. Nothing beyond the frame.
std::optional<double> brightnessAt(const cv::Mat& frame, Point place, double apart)
{
    const int wide = std::max(1, static_cast<int>(kHalfWidth * apart));
    const int high = std::max(1, static_cast<int>(kHalfHeight * apart));
    const cv::Rect bar{static_cast<int>(place.x) - wide, static_cast<int>(place.y) - high, 2 * wide + 1,
                       2 * high + 1};
    if ((bar & cv::Rect{0, 0, frame.cols, frame.rows}) != bar)
        return std::nullopt;
    const cv::Scalar mean = cv::mean(frame(bar));
    return (mean[0] + mean[1] + mean[2]) / 3;
}

double darkestBelow(const cv::Mat& frame, Point eye, Point down, double apart)
{
    const auto at = [&](double share) {
        return brightnessAt(frame, {eye.x + share * down.x, eye.y + share * down.y}, apart);
    };
    const auto cheek = at(kCheek);
    if (!cheek || *cheek < 1)
        return 0;
    double darkest = *cheek;
    for (double share = kFirst; share <= kLast; share += kHalfHeight)
        darkest = std::min(darkest, at(share).value_or(*cheek));
    return 1 - darkest / *cheek;
}

} // namespace

double frameTrace(const Image& frame, const Landmarks& points)
{
    const auto [left, right] = eyeCentres(points);
    const Point along{right.x - left.x, right.y - left.y};
    const double apart = std::hypot(along.x, along.y);
    const auto inside = [&](Point eye) {
        return eye.x >= 0 && eye.x < frame.width && eye.y >= 0 && eye.y < frame.height;
    };
    if (!(apart >= 1 && apart <= frame.width) || !inside(left) || !inside(right))
        return 0;
    const Point down{-along.y, along.x};
    const cv::Mat pixels = matOf(frame);
    return std::min(darkestBelow(pixels, left, down, apart), darkestBelow(pixels, right, down, apart));
}

} // namespace madoguchi
