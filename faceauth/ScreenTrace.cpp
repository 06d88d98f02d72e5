// SPDX-License-Identifier: Apache-2.0
#include "faceauth/ScreenTrace.h"

#include <algorithm>
#include <cmath>
#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>
#include <vector>

namespace madoguchi {

namespace {

constexpr int kSmallest = 64, kUsual = 128;

/// The face's middle in grey, a square that a fast transform likes.
cv::Mat middleOf(const Image& frame, const Box& face)
{
    const int side = std::min(face.width, face.height) >= kUsual ? kUsual : kSmallest;
    const Point at = centre(face);
    const int left = static_cast<int>(at.x) - side / 2, top = static_cast<int>(at.y) - side / 2;
    if (face.width < side || left < 0 || top < 0 || left + side > frame.width || top + side > frame.height)
        return {};
    const cv::Mat all{frame.height, frame.width, CV_8UC3, const_cast<std::uint8_t*>(frame.pixels.data()),
                      static_cast<std::size_t>(frame.stride)}; // OpenCV has no view of what is const
    cv::Mat grey;
    cv::cvtColor(all(cv::Rect{left, top, side, side}), grey, cv::COLOR_BGR2GRAY);
    grey.convertTo(grey, CV_32F);
    return grey;
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

} // namespace

std::optional<double> gridStrength(const Image& frame, const Box& face)
{
    const cv::Mat grey = middleOf(frame, face);
    if (grey.empty())
        return std::nullopt;
    const cv::Mat spectrum = spectrumOf(grey);
    const int side = spectrum.rows;
    constexpr double kFinest = 0.20; // cycles a pixel; nothing on a face repeats so often
    std::vector<float> fine;
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side / 2; ++x) {
            const double fx = static_cast<double>(x) / side;
            const double fy = static_cast<double>(std::min(y, side - y)) / side;
            if (std::hypot(fx, fy) >= kFinest && !isOfBlocks(x, y, side))
                fine.push_back(spectrum.at<float>(y, x));
        }
    const auto middle = fine.begin() + static_cast<std::ptrdiff_t>(fine.size() / 2);
    std::nth_element(fine.begin(), middle, fine.end());
    // Where a picture is cleaner than any sensor's (noise of one grey level and a half), its own faint texture
    // would stand out.
    const float usual = std::max(*middle, std::log(0.5F * static_cast<float>(side)));
    return std::exp(static_cast<double>(*std::max_element(middle, fine.end()) - usual));
}

void GridVotes::add(const Image& frame, const Box& face)
{
    const auto strength = gridStrength(frame, face);
    looked_ += strength ? 1 : 0;
    grids_ += strength && *strength >= kGridOfAScreen ? 1 : 0;
}

} // namespace madoguchi
