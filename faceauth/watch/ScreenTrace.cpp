// SPDX-License-Identifier: Apache-2.0
#include "faceauth/watch/ScreenTrace.h"

#include "foundation/picture/MatView.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>
#include <vector>

namespace madoguchi {

namespace {

constexpr int kSmallest = 64, kUsual = 128;

/// The face's middle as three planes, squares that a fast transform likes: brightness, and red and blue
/// against green. A screen's columns of red, green and blue cancel each other in brightness and not in
/// colour.
std::array<cv::Mat, 3> middleOf(const Image& frame, const Box& face)
{
    const int side = std::min(face.width, face.height) >= kUsual ? kUsual : kSmallest;
    const Point at = centre(face);
    const int left = static_cast<int>(at.x) - side / 2, top = static_cast<int>(at.y) - side / 2;
    if (face.width < side || left < 0 || top < 0 || left + side > frame.width || top + side > frame.height)
        return {};
    const auto all = matOf(frame);
    cv::Mat colours, channels[3];
    all(cv::Rect{left, top, side, side}).convertTo(colours, CV_32F);
    cv::split(colours, channels);
    return {cv::Mat{(channels[0] + channels[1] + channels[2]) / 3}, cv::Mat{channels[2] - channels[1]},
            cv::Mat{channels[0] - channels[1]}};
}

/// Logarithm of the strength of each frequency.
cv::Mat spectrumOf(cv::Mat grey)
{
    cv::Mat window;
    cv::createHanningWindow(window, grey.size(), CV_32F);
    grey -= cv::mean(grey)[0];
    grey = grey.mul(window);
    cv::Mat parts, planes[2], strength;
    cv::dft(grey, parts, cv::DFT_COMPLEX_OUTPUT);
    cv::split(parts, planes);
    cv::magnitude(planes[0], planes[1], strength);
    strength += 1;
    cv::log(strength, strength);
    return strength;
}

/// The blocks of a camera's JPEG are a grid as well: multiples of an eighth in both directions.
bool isOfBlocks(int x, int y, int side)
{
    const int step = side / 8;
    const auto near = [&](int f) { return (f + 1) % step <= 2; };
    return near(x) && near(y);
}

constexpr int kPlace = 4, kAround = 7; ///< bins from a peak to what is around it, and to where that ends

float atBin(const cv::Mat& spectrum, int x, int y)
{
    const int side = spectrum.rows;
    return spectrum.at<float>((y + side) % side, (x + side) % side);
}

/// Whether it is weaker a little coarser; of a face's own lines it is stronger.
bool isPlace(const cv::Mat& spectrum, int x, int y)
{
    const int up = y <= spectrum.rows / 2 ? y : y - spectrum.rows;
    const double coarser = 1 - kPlace / std::hypot(x, up);
    return spectrum.at<float>(y, x) > atBin(spectrum, static_cast<int>(std::lround(coarser * x)),
                                            static_cast<int>(std::lround(coarser * up)));
}

/// The strength of what is usual around a frequency: a face's own lines, lips and rims make whole regions of
/// the spectrum strong, a grid one place. Few of the surroundings are stronger; they may hold another grid's.
float usualAround(const cv::Mat& spectrum, int x, int y)
{
    std::vector<float> around;
    for (int dy = -kAround; dy <= kAround; ++dy)
        for (int dx = -kAround; dx <= kAround; ++dx)
            if (std::max(std::abs(dx), std::abs(dy)) >= kPlace)
                around.push_back(atBin(spectrum, x + dx, y + dy));
    const auto few = around.begin() + static_cast<std::ptrdiff_t>(around.size() * 19 / 20);
    std::nth_element(around.begin(), few, around.end());
    return *few;
}

/// How far the frequency from `finest` cycles a pixel on that stands out most does so, as a factor; 1 when
/// none does.
double peakOf(const cv::Mat& plane, double finest)
{
    const cv::Mat spectrum = spectrumOf(plane);
    const int side = spectrum.rows;
    const auto isFine = [&](int x, int y) {
        const double fx = static_cast<double>(x) / side;
        const double fy = static_cast<double>(std::min(y, side - y)) / side;
        return std::hypot(fx, fy) >= finest && !isOfBlocks(x, y, side);
    };
    std::vector<float> fine;
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side / 2; ++x)
            if (isFine(x, y))
                fine.push_back(spectrum.at<float>(y, x));
    const auto middle = fine.begin() + static_cast<std::ptrdiff_t>(fine.size() / 2);
    std::nth_element(fine.begin(), middle, fine.end());
    // Where a picture is cleaner than any sensor's (noise of one grey level and a half), its own faint
    // texture would stand out.
    const float usual = std::max(*middle, std::log(0.5F * static_cast<float>(side)));
    const float noticeable = std::log(4.0F); // noise does not stand out so far, and there is much of it
    float highest = 0;
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side / 2; ++x) {
            const float here = spectrum.at<float>(y, x);
            if (here - usual > std::max(highest, noticeable) && isFine(x, y) && isPlace(spectrum, x, y))
                highest = std::max(highest, here - std::max(usual, usualAround(spectrum, x, y)));
        }
    return std::exp(static_cast<double>(highest));
}

} // namespace

std::optional<double> gridStrength(const Image& frame, const Box& face)
{
    const auto planes = middleOf(frame, face);
    if (planes.front().empty())
        return std::nullopt;
    // Nothing on a face repeats so often, least of all in colour.
    constexpr double kFinest = 0.20, kFinestColour = 0.10;
    return std::max(
        {peakOf(planes[0], kFinest), peakOf(planes[1], kFinestColour), peakOf(planes[2], kFinestColour)});
}

void GridVotes::add(const Image& frame, const Box& face)
{
    const auto strength = gridStrength(frame, face);
    looked_ += strength ? 1 : 0;
    grids_ += strength && *strength >= kGridOfAScreen ? 1 : 0;
}

} // namespace madoguchi
