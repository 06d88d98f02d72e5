// SPDX-License-Identifier: Apache-2.0
#include "faceauth/FaceQuality.h"

#include "faceauth/LumaGrid.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

namespace madoguchi {

namespace {

constexpr double kDarkRoom = 35; ///< a frame's mean below which no detector finds anybody

/// The box's middle: skin and features, without hair and background.
Box innerFace(const Box& box)
{
    return {box.left + 0.15 * box.width, box.top + 0.15 * box.height, 0.7 * box.width, 0.75 * box.height};
}

double brightnessAt(const Image& frame, int x, int y)
{
    const std::uint8_t* pixel =
        frame.row(std::clamp(y, 0, frame.height - 1)) + 3 * std::clamp(x, 0, frame.width - 1);
    return (pixel[0] + 2 * pixel[1] + pixel[2]) / 4.0;
}

/// The tallest run of pixels half as bright as their surroundings: a pupil, cut off by the lids. Two columns
/// may be taller, so that a speck is none.
int darkHeight(const Image& frame, Point eye, int halfWidth, int halfHeight)
{
    const int left = static_cast<int>(std::lround(eye.x)), top = static_cast<int>(std::lround(eye.y));
    const int width = 2 * halfWidth + 1, height = 2 * halfHeight + 1;
    std::vector<double> pixels;
    for (int x = -halfWidth; x <= halfWidth; ++x)
        for (int y = -halfHeight; y <= halfHeight; ++y)
            pixels.push_back(brightnessAt(frame, left + x, top + y));
    const double dark = 0.5 * std::reduce(pixels.begin(), pixels.end()) / static_cast<double>(pixels.size());
    std::vector<int> tallest;
    for (int x = 0; x < width; ++x) {
        int run = 0, most = 0;
        for (int y = 0; y < height; ++y) {
            run = pixels[static_cast<std::size_t>(x * height + y)] < dark ? run + 1 : 0;
            most = std::max(most, run);
        }
        tallest.push_back(most);
    }
    std::ranges::sort(tallest, std::greater{});
    return tallest[std::min<std::size_t>(2, tallest.size() - 1)];
}

double openEyes(const Image& frame, const Landmarks& points)
{
    const double unit = eyeDistance(points);
    const int halfWidth = static_cast<int>(0.22 * unit), halfHeight = static_cast<int>(0.13 * unit);
    if (!(unit >= 1 && unit <= frame.width)) // nor a number that is none
        return 0;
    const auto eyes = eyeCentres(points);
    return (darkHeight(frame, eyes.first, halfWidth, halfHeight) +
            darkHeight(frame, eyes.second, halfWidth, halfHeight)) /
           (2 * unit);
}

} // namespace

FaceQuality judge(const Image& frame, const Face& face)
{
    const LumaGrid grid{frame, innerFace(face.box)};
    return {.score = face.score,
            .eyeDistance = eyeDistance(face.points),
            .noseOffset = noseOffset(face.points),
            .height = face.box.height / std::max(frame.height, 1),
            .brightness = grid.mean(),
            .eyes = openEyes(frame, face.points),
            .sharpness = grid.sharpness()};
}

Guidance advise(const FaceQuality& quality, const QualityLimits& limits)
{
    // In the order in which a person can act on it: place first, then light, then pose.
    if (quality.eyeDistance < limits.eyeDistance)
        return Guidance::Closer;
    if (quality.height > limits.height)
        return Guidance::FurtherAway;
    if (quality.brightness < limits.darkest)
        return Guidance::MoreLight;
    if (quality.brightness > limits.brightest)
        return Guidance::LessLight;
    if (quality.noseOffset > limits.noseOffset)
        return Guidance::LookHere;
    if (quality.sharpness < limits.sharpness)
        return Guidance::HoldStill;
    if (quality.eyes < limits.eyes)
        return Guidance::OpenEyes;
    if (quality.score < limits.score)
        return Guidance::LookHere;
    return Guidance::Good;
}

Guidance advise(const Image& frame, const std::vector<Face>& faces, const QualityLimits& limits)
{
    if (faces.size() > 1)
        return Guidance::OneAtATime;
    if (faces.size() == 1)
        return advise(judge(frame, faces.front()), limits);
    return LumaGrid{frame, wholeOf(frame)}.mean() < kDarkRoom ? Guidance::MoreLight : Guidance::LookHere;
}

double rank(const FaceQuality& quality)
{
    return quality.score + quality.sharpness - 2 * quality.noseOffset;
}

} // namespace madoguchi
