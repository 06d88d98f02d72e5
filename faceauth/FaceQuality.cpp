// SPDX-License-Identifier: Apache-2.0
#include "faceauth/FaceQuality.h"

#include "faceauth/LumaGrid.h"

#include <algorithm>

namespace madoguchi {

namespace {

constexpr double kDarkRoom = 35; ///< a frame's mean below which no detector finds anybody

/// The box's middle: skin and features, without hair and background.
Box innerFace(const Box& box)
{
    return {box.left + 0.15 * box.width, box.top + 0.15 * box.height, 0.7 * box.width, 0.75 * box.height};
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
