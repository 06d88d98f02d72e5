// SPDX-License-Identifier: Apache-2.0
#include "faceauth/watch/SkinTracks.h"

#include "foundation/picture/MatView.h"

#include <algorithm>
#include <cmath>
#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

namespace madoguchi {

namespace {

// A face cut out upright: this many pixels between the eyes, whose middle lies here. Room for a nose and a
// mouth that wander to either side, and for the search around them.
constexpr double kEyes = 64;
constexpr int kWidth = 224, kHeight = 208;
constexpr Point kMiddle{.x = 112, .y = 76};

constexpr int kSearch = 14; ///< pixels to each side: a fast turn seen ten times a second

/// Correlation from which on a piece is the same one: noise and turning leave 0.75 and more.
constexpr double kRecognised = 0.6;

/// Above it a piece need not be remembered anew, so that nothing drifts while somebody waits.
constexpr double kUnchanged = 0.95;

/// Half sizes, per eye distance. The tip's holds the nostrils, the bridge's the brows' inner ends.
struct Piece {
    std::size_t first, last; ///< landmarks in whose middle it begins
    double halfWidth, halfHeight;
};
constexpr std::array kPiecesOfAFace{Piece{27, 27, 0.30, 0.22}, Piece{30, 33, 0.27, 0.27},
                                    Piece{48, 67, 0.40, 0.22}, Piece{36, 41, 0.28, 0.18},
                                    Piece{42, 47, 0.28, 0.18}};

/// From the frame to the upright cut-out, `scale` times as large.
cv::Matx23d uprighting(const Landmarks& points, double unit, double scale)
{
    const auto [left, right] = eyeCentres(points);
    const double distance = std::max(std::hypot(right.x - left.x, right.y - left.y), 1e-6);
    const double zoom = scale * kEyes / unit;
    const double c = zoom * (right.x - left.x) / distance, s = zoom * (right.y - left.y) / distance;
    const double x = (left.x + right.x) / 2, y = (left.y + right.y) / 2;
    return {c, s, scale * kMiddle.x - c * x - s * y, -s, c, scale * kMiddle.y + s * x - c * y};
}

/// Twice as large first and then halved, so that a camera's finer pixels are averaged and not skipped.
Image cutOut(const Image& frame, const Landmarks& points, double unit)
{
    constexpr int kFiner = 2;
    Image cut{
        .width = kWidth, .height = kHeight, .stride = kWidth, .format = PixelFormat::Grey8, .pixels = {}};
    cut.pixels.resize(static_cast<std::size_t>(kWidth) * kHeight);
    cv::Mat colours, fine, grey{kHeight, kWidth, CV_8UC1, cut.pixels.data()};
    cv::warpAffine(matOf(frame), colours, uprighting(points, unit, kFiner),
                   {kFiner * kWidth, kFiner * kHeight}, cv::INTER_LINEAR, cv::BORDER_REPLICATE);
    cv::cvtColor(colours, fine, cv::COLOR_BGR2GRAY);
    cv::resize(fine, grey, grey.size(), 0, 0, cv::INTER_AREA);
    return cut;
}

/// Between a peak's neighbours, by a parabola through the three.
double between(double before, double peak, double after)
{
    const double bow = before - 2 * peak + after;
    return bow < -1e-9 ? 0.5 * (before - after) / bow : 0;
}

struct Match {
    Point at;
    double likeness;
};

/// The piece of `known` around `from`, looked for in `now` around `near`.
Match lookFor(const Piece& piece, const cv::Mat& known, Point from, const cv::Mat& now, Point near)
{
    const cv::Size size{2 * static_cast<int>(piece.halfWidth * kEyes) + 1,
                        2 * static_cast<int>(piece.halfHeight * kEyes) + 1};
    cv::Mat wanted, around, likeness;
    cv::getRectSubPix(known, size, cv::Point2f(cv::Point2d{from.x, from.y}), wanted);
    cv::getRectSubPix(now, {size.width + 2 * kSearch, size.height + 2 * kSearch},
                      cv::Point2f(cv::Point2d{near.x, near.y}), around);
    cv::matchTemplate(around, wanted, likeness, cv::TM_CCOEFF_NORMED);
    cv::Point peak;
    double best = 0;
    cv::minMaxLoc(likeness, nullptr, &best, nullptr, &peak);
    const auto at = [&](int x, int y) { return static_cast<double>(likeness.at<float>(y, x)); };
    const bool inside = peak.x > 0 && peak.x < 2 * kSearch && peak.y > 0 && peak.y < 2 * kSearch;
    if (!inside)
        return {near, 0}; // the best may lie beyond what was searched
    return {{near.x + peak.x - kSearch + between(at(peak.x - 1, peak.y), best, at(peak.x + 1, peak.y)),
             near.y + peak.y - kSearch + between(at(peak.x, peak.y - 1), best, at(peak.x, peak.y + 1))},
            best};
}

Point middleOf(const Piece& piece, const Landmarks& points)
{
    Point sum;
    for (std::size_t i = piece.first; i <= piece.last; ++i) {
        sum.x += points[i].x;
        sum.y += points[i].y;
    }
    const auto count = static_cast<double>(piece.last - piece.first + 1);
    return {sum.x / count, sum.y / count};
}

} // namespace

SkinTracks::SkinTracks(const Image& frame, const Landmarks& points)
    : unit_{std::max(eyeDistance(points), 1.0)}, known_{cutOut(frame, points, unit_)}
{
    const cv::Matx23d upright = uprighting(points, unit_, 1);
    for (std::size_t i = 0; i < kPieces; ++i) {
        const Point at = middleOf(kPiecesOfAFace[i], points);
        const cv::Vec2d cut = upright * cv::Vec3d{at.x, at.y, 1};
        at_[i] = {cut[0], cut[1]};
    }
    knownAt_ = at_;
    first_ = whereTheTipIs(at_);
}

bool SkinTracks::follow(const Image& frame, const Landmarks& points)
{
    Image seen = cutOut(frame, points, unit_);
    const cv::Mat known = matOf(known_), now = matOf(seen);
    Places found;
    double least = 1;
    for (std::size_t i = 0; i < kPieces && least >= kRecognised; ++i) {
        const Match match = lookFor(kPiecesOfAFace[i], known, knownAt_[i], now, at_[i]);
        found[i] = match.at;
        least = std::min(least, match.likeness);
    }
    if (!(least >= kRecognised))
        return false;
    at_ = found;
    if (least < kUnchanged) {
        known_ = std::move(seen);
        knownAt_ = found;
    }
    return true;
}

NoseTravel SkinTracks::travel() const
{
    const NoseTravel now = whereTheTipIs(at_);
    return {.ridge = now.ridge - first_.ridge, .parallax = now.parallax - first_.parallax};
}

NoseTravel SkinTracks::whereTheTipIs(const Places& at)
{
    const auto& [bridge, tip, mouth, left, right] = at;
    const double downX = mouth.x - bridge.x, downY = mouth.y - bridge.y;
    const double acrossX = right.x - left.x, acrossY = right.y - left.y;
    const double beside = downY * (tip.x - bridge.x) - downX * (tip.y - bridge.y);
    const double along =
        acrossX * (tip.x - (left.x + right.x) / 2) + acrossY * (tip.y - (left.y + right.y) / 2);
    return {.ridge = beside / std::max(std::hypot(downX, downY), 1.0) / kEyes,
            .parallax = along / std::max(std::hypot(acrossX, acrossY), 1.0) / kEyes};
}

} // namespace madoguchi
