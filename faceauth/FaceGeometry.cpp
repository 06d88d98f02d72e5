// SPDX-License-Identifier: Apache-2.0
#include "faceauth/FaceGeometry.h"

#include <algorithm>
#include <cmath>

namespace madoguchi {

namespace {

constexpr std::size_t kNoseTip = 30;
constexpr std::size_t kLeftEye = 36;
constexpr std::size_t kRightEye = 42;
constexpr std::size_t kEyePoints = 6;

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

double eyeDistance(const Landmarks& points)
{
    const Point left = eyeCentre(points, kLeftEye);
    const Point right = eyeCentre(points, kRightEye);
    return std::hypot(right.x - left.x, right.y - left.y);
}

double noseShift(const Landmarks& points)
{
    const Point left = eyeCentre(points, kLeftEye);
    const Point right = eyeCentre(points, kRightEye);
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

double eyeOpening(const Landmarks& points)
{
    const auto between = [&](std::size_t a, std::size_t b) {
        return std::hypot(points[a].x - points[b].x, points[a].y - points[b].y);
    };
    double sum = 0;
    for (const std::size_t eye : {kLeftEye, kRightEye})
        sum += (between(eye + 1, eye + 5) + between(eye + 2, eye + 4)) /
               std::max(2 * between(eye, eye + 3), 1e-6);
    return sum / 2;
}

Point centre(const Box& box)
{
    return {box.left + box.width / 2, box.top + box.height / 2};
}

} // namespace madoguchi
