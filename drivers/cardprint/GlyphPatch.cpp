// SPDX-License-Identifier: Apache-2.0
#include "drivers/cardprint/GlyphPatch.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <opencv2/imgproc.hpp>

namespace madoguchi::cardface {

namespace {

constexpr int kSide = 24, kRim = 1; ///< pixels; the rim is paper, so that every edge is one
constexpr float kFaintest = 8;      ///< difference in ink that is no noise
constexpr float kStrongCell = 1500; ///< what a cell full of edges sums up to

/// The character as large as fits, centred.
cv::Mat squared(const cv::Mat& ink, const cv::Rect& box)
{
    const double scale = static_cast<double>(kSide) / std::max(box.width, box.height);
    const cv::Size size{std::max(1, cvRound(box.width * scale)), std::max(1, cvRound(box.height * scale))};
    cv::Mat square = cv::Mat::zeros(kSide + 2 * kRim, kSide + 2 * kRim, CV_8UC1), fitted;
    cv::resize(ink(box), fitted, size, 0, 0, scale < 1 ? cv::INTER_AREA : cv::INTER_LINEAR);
    fitted.copyTo(
        square({kRim + (kSide - size.width) / 2, kRim + (kSide - size.height) / 2, size.width, size.height}));
    return square;
}

/// What falls between two bins belongs to both, so that a small shift changes little.
struct Share {
    std::size_t bin;
    float part;
};
using Shares = std::array<Share, 2>;

/// `at` from -0.5 to bins - 0.5; the first and the last bin take all that is beyond their middle.
Shares sharesOf(float at, int bins)
{
    const float below = std::floor(at);
    const auto bin = [&](float index) {
        return static_cast<std::size_t>(std::clamp(static_cast<int>(index), 0, bins - 1));
    };
    return {{{bin(below), 1 - (at - below)}, {bin(below + 1), at - below}}};
}

Shares cellsOf(int pixel)
{
    return sharesOf((static_cast<float>(pixel - kRim) + 0.5F) * kCells / kSide - 0.5F, kCells);
}

/// The directions go round: the last is the first one's neighbour.
Shares directionsOf(float across, float down)
{
    constexpr auto kPi = std::numbers::pi_v<float>;
    auto shares = sharesOf((std::atan2(down, across) + kPi) * kDirections / (2 * kPi), kDirections + 2);
    for (auto& share : shares)
        share.bin %= kDirections;
    return shares;
}

void addEdges(const cv::Mat& square, GlyphPatch& patch)
{
    for (int y = kRim; y < kSide + kRim; ++y)
        for (int x = kRim; x < kSide + kRim; ++x) {
            const auto along = [&](int dx, int dy) {
                return static_cast<float>(square.at<uchar>(y + dy, x + dx) -
                                          square.at<uchar>(y - dy, x - dx));
            };
            const float across = along(1, 0), down = along(0, 1), steep = std::hypot(across, down);
            if (steep < kFaintest)
                continue;
            const auto rows = cellsOf(y), columns = cellsOf(x), directions = directionsOf(across, down);
            for (const auto& row : rows)
                for (const auto& column : columns)
                    for (const auto& direction : directions)
                        patch[(row.bin * kCells + column.bin) * kDirections + direction.bin] +=
                            steep * row.part * column.part * direction.part;
        }
    std::for_each_n(patch.begin(), kEdgeValues, [](float& sum) { sum = std::sqrt(sum / kStrongCell); });
}

} // namespace

GlyphPatch patchOf(const cv::Mat& ink, const cv::Rect& box)
{
    const auto square = squared(ink, box);
    GlyphPatch patch{};
    addEdges(square, patch);
    cv::Mat coarse;
    cv::resize(square, coarse, {kCoarse, kCoarse}, 0, 0, cv::INTER_AREA);
    std::transform(coarse.datastart, coarse.dataend, patch.begin() + kEdgeValues,
                   [](uchar value) { return static_cast<float>(value) / 255.0F; });
    patch.back() = static_cast<float>(box.width) / static_cast<float>(box.height);
    return patch;
}

} // namespace madoguchi::cardface
