// SPDX-License-Identifier: Apache-2.0
#include "faceauth/HeadTurn.h"

#include <algorithm>
#include <cmath>
#include <opencv2/calib3d.hpp>
#include <opencv2/core.hpp>

namespace madoguchi {

namespace {

constexpr std::size_t kFirstInner = 17; ///< the jaw before it slides along the cheek as a head turns
constexpr std::size_t kInner = kLandmarks - kFirstInner;
constexpr std::size_t kMostFrames = 60;
constexpr std::size_t kLeastFrames = 5;
constexpr double kStraight = 0.12; ///< nose's shift of somebody who still looks here

using Points = std::vector<cv::Point2d>;

/// The face's inner points around their middle, per eye distance.
Points innerPoints(const Landmarks& points, double unit)
{
    Points inner;
    cv::Point2d middle;
    for (std::size_t i = kFirstInner; i < kLandmarks; ++i) {
        inner.emplace_back(points[i].x / unit, points[i].y / unit);
        middle += inner.back() / static_cast<double>(kInner);
    }
    for (cv::Point2d& point : inner)
        point -= middle;
    return inner;
}

/// Root mean square of what the best projective map from `a` leaves in `b`.
double unexplained(const Points& a, const Points& b)
{
    const cv::Mat map = cv::findHomography(a, b, 0);
    if (map.empty())
        return 0;
    Points mapped;
    cv::perspectiveTransform(a, mapped, map);
    double square = 0;
    for (std::size_t i = 0; i < b.size(); ++i)
        square += (mapped[i] - b[i]).dot(mapped[i] - b[i]);
    return std::sqrt(square / static_cast<double>(b.size()));
}

double bendOf(const std::vector<Points>& byShift)
{
    const std::size_t pairs = std::max<std::size_t>(byShift.size() / 3, 1);
    std::vector<double> left;
    for (std::size_t i = 0; i < pairs; ++i)
        left.push_back(unexplained(byShift[i], byShift[byShift.size() - 1 - i]));
    std::ranges::sort(left);
    return left[(3 * (left.size() - 1)) / 4];
}

double depthOf(const std::vector<Points>& frames)
{
    cv::Mat_<double> rows(static_cast<int>(2 * frames.size()), static_cast<int>(kInner));
    for (std::size_t f = 0; f < frames.size(); ++f)
        for (std::size_t i = 0; i < kInner; ++i) {
            rows(static_cast<int>(2 * f), static_cast<int>(i)) = frames[f][i].x;
            rows(static_cast<int>(2 * f + 1), static_cast<int>(i)) = frames[f][i].y;
        }
    cv::Mat values;
    cv::SVD::compute(rows, values);
    return values.at<double>(2) / std::sqrt(static_cast<double>(frames.size() * kInner));
}

/// How far to the picture's right the points from `first` to `last` lie on the line of the eyes, in pixels.
double along(const Landmarks& points, std::size_t first, std::size_t last)
{
    const auto middle = [&](std::size_t from, std::size_t to) {
        cv::Point2d sum;
        for (std::size_t i = from; i <= to; ++i)
            sum += {points[i].x, points[i].y};
        return sum / static_cast<double>(to - from + 1);
    };
    const cv::Point2d eyes = middle(42, 47) - middle(36, 41);
    return middle(first, last).dot(eyes) / std::max(cv::norm(eyes), 1e-6);
}

/// Of the nose's tip against brows and chin. Not against eyes or mouth, which a network places by the nose.
double noseRelief(const Landmarks& points)
{
    const double tip = along(points, 30, 30);
    return (tip - along(points, 17, 26)) + (tip - along(points, 7, 9));
}

double mean(std::span<const Landmarks> frames, double (*figure)(const Landmarks&))
{
    double sum = 0;
    for (const Landmarks& one : frames)
        sum += figure(one);
    return sum / static_cast<double>(frames.size());
}

/// The frames on the last one's side, ordered by how far the nose is from where it was in the first: whoever
/// turns to the wrong side first and then to the right one has turned.
std::vector<Landmarks> byTurn(std::span<const Landmarks> frames)
{
    constexpr double kUnsteady = 0.05;
    const double start = noseShift(frames.front());
    const double side = noseShift(frames.back()) < start ? -1 : 1;
    std::vector<Landmarks> sorted;
    for (const Landmarks& one : frames)
        if (side * (noseShift(one) - start) > -kUnsteady)
            sorted.push_back(one);
    std::ranges::sort(sorted, {}, [&](const Landmarks& one) { return std::abs(noseShift(one) - start); });
    return sorted;
}

/// How many of the frames, ordered by turn, are not past that share of the whole of it.
std::size_t countWithin(std::span<const Landmarks> sorted, double share)
{
    const double start = noseShift(sorted.front());
    const double most = std::abs(noseShift(sorted.back()) - start);
    return static_cast<std::size_t>(std::ranges::count_if(
        sorted, [&](const Landmarks& one) { return std::abs(noseShift(one) - start) <= share * most; }));
}

/// At most a dozen, evenly taken over the turn: whoever waits long before turning must not look flatter for
/// it.
std::vector<Landmarks> evenly(std::span<const Landmarks> sorted)
{
    constexpr int kSteps = 12;
    std::vector<Landmarks> chosen;
    std::size_t next = 0;
    for (int step = 0; step < kSteps; ++step) {
        const std::size_t before = step == 0 ? 0 : countWithin(sorted, (step - 0.5) / (kSteps - 1));
        next = std::max(next, std::min(before, sorted.size() - 1));
        if (next < sorted.size())
            chosen.push_back(sorted[next++]);
    }
    return chosen;
}

} // namespace

TurnFigures turnFigures(std::span<const Landmarks> frames)
{
    constexpr std::size_t kEnd = 3; // frames at the turn's end, so that one misplaced nose is none
    const std::vector<Landmarks> sorted = frames.empty() ? std::vector<Landmarks>{} : byTurn(frames);
    if (sorted.size() <= kEnd + 1)
        return {};
    const std::span all{sorted};
    const auto straight = all.first(countWithin(all, 0.15));
    const auto turned = all.last(std::max(kEnd, all.size() - countWithin(all, 0.85)));
    const double unit = std::max(mean(straight, eyeDistance), 1.0);
    const double span = mean(turned, noseShift) - mean(straight, noseShift);
    const double relief = (mean(turned, noseRelief) - mean(straight, noseRelief)) / unit;

    std::vector<Points> inner;
    for (const Landmarks& one : evenly(all))
        inner.push_back(innerPoints(one, unit));
    return {.span = std::abs(span),
            .relief = span < 0 ? -relief : relief,
            .bend = bendOf(inner),
            .depth = depthOf(inner)};
}

/// Fitted on ten invented people (sim/people/Invented.h, 0 to 9), each in two kinds of light: relief of heads
/// that turn by up to 33 degrees 0.39 to 0.68, of prints bent around 12 cm and turned by up to 45 degrees
/// 0.27 to 0.33 and once 0.47, of masks up to 0.345, of flat pictures up to 0.26. Bend and depth are a second
/// opinion on flat ones. madoguchi-tool face attacks measures other people.
bool isSolid(const TurnFigures& figures)
{
    constexpr TurnFigures kLeast{.span = 0.12, .relief = 0.37, .bend = 0.024, .depth = 0.012};
    return figures.span >= kLeast.span && figures.relief >= kLeast.relief && figures.bend >= kLeast.bend &&
           figures.depth >= kLeast.depth;
}

HeadTurn::State HeadTurn::observe(const std::optional<Landmarks>& points, Time now)
{
    if (lost(now))
        beginAnew();
    if (now - begun_ >= kPatience)
        return State::Doubtful;
    missed_ = !points;
    if (!points)
        return State::Asking;
    lastSeen_ = now;
    keep(*points);
    if (frames_.size() < kLeastFrames || !turnedFarEnough()) {
        asideSince_.reset();
        return State::Asking;
    }
    figures_ = turnFigures(frames_);
    if (isSolid(*figures_))
        return State::Solid;
    asideSince_ = asideSince_.value_or(now);
    if (now - *asideSince_ >= kHeldAside)
        beginAnew();
    return State::Asking;
}

/// Another face may have taken the place of the one that was seen.
bool HeadTurn::lost(Time now) const
{
    return lastSeen_ && now - *lastSeen_ > (missed_ ? kLongestGap : kLongestPause);
}

void HeadTurn::beginAnew()
{
    frames_.clear();
    lastSeen_.reset();
    asideSince_.reset();
    missed_ = false;
    sinceThinned_ = 0;
    every_ = 1;
}

/// The first frame kept is one that looks here: a turn is measured from there. Of a long wait every second
/// one is dropped, so that the frames keep reaching back to the beginning.
void HeadTurn::keep(const Landmarks& points)
{
    if (frames_.empty() && noseOffset(points) > kStraight)
        return;
    if (sinceThinned_++ % every_ != 0 && noseOffset(points) <= kStraight)
        return;
    frames_.push_back(points);
    if (frames_.size() < kMostFrames)
        return;
    for (std::size_t i = 0; i < kMostFrames / 2; ++i)
        frames_[i] = frames_[2 * i];
    frames_.resize(kMostFrames / 2);
    every_ = 2;
}

bool HeadTurn::turnedFarEnough() const
{
    constexpr double kTurned = 0.12; // cheap to ask before the figures are
    const double sign = side_ == TurnSide::Left ? 1 : -1;
    const double shift = sign * (noseShift(frames_.back()) - noseShift(frames_.front()));
    return shift >= kTurned;
}

} // namespace madoguchi
