// SPDX-License-Identifier: Apache-2.0
#include "faceauth/watch/TurnedCamera.h"

#include "faceauth/watch/FaceQuality.h"
#include "foundation/picture/MatView.h"

#include <algorithm>
#include <array>
#include <opencv2/core.hpp>

namespace madoguchi {

namespace {

struct Way {
    int clockwise;
    cv::RotateFlags flag;
};
constexpr std::array kWays{Way{180, cv::ROTATE_180}, Way{90, cv::ROTATE_90_CLOCKWISE},
                           Way{270, cv::ROTATE_90_COUNTERCLOCKWISE}};

/// What is found in a picture upside down now and then, and is nobody, scores lower than anybody who is
/// compared.
bool somebody(const std::vector<Face>& faces)
{
    return std::ranges::any_of(faces, [](const Face& face) { return face.score >= kLenientScore; });
}

/// The turn in which somebody is found, or 0.
int turnWithSomebody(const Image& picture, FaceFinder& finder)
{
    for (const auto& [clockwise, flag] : kWays) {
        cv::Mat turned;
        cv::rotate(matOf(picture), turned, flag);
        if (somebody(finder.find(imageOf(turned))))
            return clockwise;
    }
    return 0;
}

} // namespace

std::optional<int> TurnedCamera::observe(const Frame& frame, const std::vector<Face>& faces,
                                         FaceFinder& finder)
{
    if (somebody(faces)) {
        looked_ = frame.captured;
        times_ = 0;
        return std::nullopt;
    }
    if (!looked_)
        looked_ = frame.captured;
    if (frame.captured - *looked_ < kEvery)
        return std::nullopt;
    looked_ = frame.captured;
    const int turn = turnWithSomebody(frame.image, finder);
    times_ = turn == 0 ? 0 : turn == turn_ ? times_ + 1 : 1;
    turn_ = turn;
    return times_ >= kTimes ? std::optional{turn} : std::nullopt;
}

} // namespace madoguchi
