// SPDX-License-Identifier: Apache-2.0
#include "faceauth/watch/FaceQuality.h"

#include "faceauth/watch/FrameTrace.h"
#include "faceauth/watch/MaskTrace.h"
#include "foundation/picture/LumaGrid.h"
#include "foundation/picture/MatView.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <opencv2/imgproc.hpp>
#include <span>

namespace madoguchi {

namespace {

constexpr double kDarkRoom = 35; ///< a frame's mean below which no detector finds anybody

/// The box's middle: skin and features, without hair and background.
Box innerFace(const Box& box)
{
    return {box.left + 0.15 * box.width, box.top + 0.15 * box.height, 0.7 * box.width, 0.75 * box.height};
}

// An eye is looked at as if both lay level and so many pixels apart.
constexpr int kEyesApart = 64;
constexpr int kHalfWidth = 12, kHalfHeight = 7, kMargin = 4;
constexpr double kSmoothing = 1.2;

cv::Mat eyeAt(const cv::Mat& frame, Point eye, Point along)
{
    const double apart = std::hypot(along.x, along.y);
    const double c = kEyesApart * along.x / (apart * apart), s = kEyesApart * along.y / (apart * apart);
    const int x = kHalfWidth + kMargin, y = kHalfHeight + kMargin;
    const cv::Matx23d upright{c, s, x - c * eye.x - s * eye.y, -s, c, y + s * eye.x - c * eye.y};
    cv::Mat cut;
    cv::warpAffine(frame, cut, upright, {2 * x + 1, 2 * y + 1}, cv::INTER_LINEAR, cv::BORDER_REPLICATE);
    cv::cvtColor(cut, cut, cv::COLOR_BGR2GRAY);
    cut.convertTo(cut, CV_32F);
    cv::GaussianBlur(cut, cut, {}, kSmoothing);
    return cut(cv::Rect{kMargin, kMargin, 2 * kHalfWidth + 1, 2 * kHalfHeight + 1});
}

/// The depth of the deepest valley: how much darker a place is than something on both its sides.
float valley(std::span<const float> row)
{
    std::vector<float> right(row.size());
    std::inclusive_scan(row.rbegin(), row.rend(), right.rbegin(),
                        [](float a, float b) { return std::max(a, b); });
    float left = row.front(), deepest = 0;
    for (std::size_t x = 0; x < row.size(); ++x) {
        left = std::max(left, row[x]);
        deepest = std::max(deepest, std::min(left, right[x]) - row[x]);
    }
    return deepest;
}

/// A shut lid's dark line runs along the rows and leaves no valley in them; a pupil leaves one in several.
double openness(const cv::Mat& eye)
{
    constexpr std::size_t kRows = 3;
    std::vector<float> valleys;
    for (int y = 0; y < eye.rows; ++y)
        valleys.push_back(valley({eye.ptr<float>(y), static_cast<std::size_t>(eye.cols)}));
    std::ranges::sort(valleys, std::greater{});
    return valleys[kRows - 1] / std::max(cv::mean(eye)[0], 1.0);
}

double openEyes(const Image& frame, const Landmarks& points)
{
    const auto [left, right] = eyeCentres(points);
    const Point along{right.x - left.x, right.y - left.y};
    const double apart = std::hypot(along.x, along.y);
    if (!(apart >= 1 && apart <= frame.width)) // nor a number that is none
        return 0;
    const cv::Mat pixels = matOf(frame);
    return (openness(eyeAt(pixels, left, along)) + openness(eyeAt(pixels, right, along))) / 2;
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
            .frames = frameTrace(frame, face.points),
            .mask = maskTrace(frame, face.points),
            .sharpness = grid.sharpness()};
}

Guidance advise(const FaceQuality& quality, const QualityLimits& limits)
{
    // In the order in which a person can act on it: place first, then light, then what covers the face, then
    // pose.
    if (quality.eyeDistance < limits.eyeDistance)
        return Guidance::Closer;
    if (quality.height > limits.height)
        return Guidance::FurtherAway;
    if (quality.brightness < limits.darkest)
        return Guidance::MoreLight;
    if (quality.brightness > limits.brightest)
        return Guidance::LessLight;
    if (quality.mask >= kMaskSeen)
        return Guidance::LowerMask;
    if (quality.frames >= limits.frames)
        return Guidance::TakeOffGlasses;
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
