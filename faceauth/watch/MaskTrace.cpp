// SPDX-License-Identifier: Apache-2.0
#include "faceauth/watch/MaskTrace.h"

#include "foundation/picture/MatView.h"

#include <algorithm>
#include <cmath>
#include <opencv2/core.hpp>
#include <vector>

namespace madoguchi {

namespace {

constexpr double kPatch = 0.10;    ///< half a patch's side, per eye distance
constexpr double kLeastLight = 30; ///< of the three colours together: below, a colour is noise

/// The share of red in a patch around a point. Nothing beyond the frame or in the dark.
std::vector<double> rednessAt(const cv::Mat& frame, std::initializer_list<Point> places, double apart)
{
    std::vector<double> shares;
    const int half = std::max(1, static_cast<int>(kPatch * apart));
    for (const Point& place : places) {
        if (!(place.x >= 0 && place.x < frame.cols && place.y >= 0 && place.y < frame.rows))
            continue; // nor a number that is none
        const cv::Rect patch{static_cast<int>(place.x) - half, static_cast<int>(place.y) - half, 2 * half + 1,
                             2 * half + 1};
        const cv::Scalar mean = cv::mean(frame(patch & cv::Rect{0, 0, frame.cols, frame.rows}));
        const double light = mean[0] + mean[1] + mean[2];
        if (light >= kLeastLight)
            shares.push_back(mean[2] / light);
    }
    return shares;
}

Point between(Point a, Point b, double share = 0.5)
{
    return {a.x + share * (b.x - a.x), a.y + share * (b.y - a.y)};
}

} // namespace

double maskTrace(const Image& frame, const Landmarks& points)
{
    const double apart = eyeDistance(points);
    if (!(apart >= 1 && apart <= frame.width)) // nor a number that is none
        return 0;
    const cv::Mat pixels = matOf(frame);
    const Point browsMiddle = between(points[21], points[22]);
    const auto [left, right] = eyeCentres(points);
    const Point down{points[8].x - points[27].x,
                     points[8].y - points[27].y}; // from the nose's root to the chin
    const auto below = [&](Point place, double share) {
        return Point{place.x + share * down.x, place.y + share * down.y};
    };
    auto skin = rednessAt(pixels,
                          {browsMiddle, points[27], below(left, 0.17), below(right, 0.17),
                           below(points[19], -0.15), below(points[24], -0.15)},
                          apart);
    auto covered = rednessAt(pixels,
                             {points[30], points[31], points[35], between(points[33], points[51]), points[51],
                              between(points[51], points[57]), points[57], between(points[57], points[8])},
                             apart);
    if (skin.size() < 3 || covered.empty())
        return 0;
    const auto middle = skin.begin() + static_cast<std::ptrdiff_t>(skin.size() / 2);
    std::ranges::nth_element(skin, middle);
    std::ranges::sort(covered);
    return *middle - covered[covered.size() / 2];
}

} // namespace madoguchi
