// SPDX-License-Identifier: Apache-2.0
#include "faceauth/networks/FaceGeometry.h"

#include <algorithm>
#include <cmath>

namespace madoguchi {

namespace {

constexpr std::size_t kNoseTip = 30;
constexpr std::size_t kLeftEye = 36;
constexpr std::size_t kRightEye = 42;
constexpr std::size_t kEyePoints = 6;
constexpr std::size_t kMouthLeft = 48, kMouthRight = 54;

Point eyeCentre(const Landmarks& points, std::size_t first)
{
    Point sum;
    for (std::size_t i = first; i < first + kEyePoints; ++i) {
        sum.x += points[i].x;
        sum.y += points[i].y;
    }
    return {sum.x / kEyePoints, sum.y / kEyePoints};
}

} // namespace

std::pair<Point, Point> eyeCentres(const Landmarks& points)
{
    return {eyeCentre(points, kLeftEye), eyeCentre(points, kRightEye)};
}

FivePoints fivePoints(const Landmarks& points)
{
    const auto [left, right] = eyeCentres(points);
    return {left, right, points[kNoseTip], points[kMouthLeft], points[kMouthRight]};
}

double eyeDistance(const Landmarks& points)
{
    const auto [left, right] = eyeCentres(points);
    return std::hypot(right.x - left.x, right.y - left.y);
}

double noseShift(const Landmarks& points)
{
    const auto [left, right] = eyeCentres(points);
    const double dx = right.x - left.x;
    const double dy = right.y - left.y;
    const double square = dx * dx + dy * dy;
    if (square <= 0)
        return 1;
    const Point nose = points[kNoseTip];
    const double along = (nose.x - (left.x + right.x) / 2) * dx + (nose.y - (left.y + right.y) / 2) * dy;
    return along / square;
}

double noseOffset(const Landmarks& points)
{
    return std::abs(noseShift(points));
}

Point centre(const Box& box)
{
    return {box.left + box.width / 2, box.top + box.height / 2};
}

} // namespace madoguchi
