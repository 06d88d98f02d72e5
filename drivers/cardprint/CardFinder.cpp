// SPDX-License-Identifier: Apache-2.0
#include "drivers/cardprint/CardFinder.h"

#include "drivers/cardprint/InkMap.h"

#include <algorithm>
#include <opencv2/imgproc.hpp>
#include <optional>

namespace madoguchi::cardface {

namespace {

constexpr double kWidth = 85.60, kHeight = 53.98; ///< millimetres
constexpr int kSearchWidth = 640;                 ///< pixels; edges are found in a picture of this width
constexpr double kSmallest = 0.1;                 ///< of the picture
constexpr std::size_t kMost = 3;

using Contour = std::vector<cv::Point>;

struct Line {
    cv::Point2f through, along;
};

std::optional<cv::Point2f> crossing(const Line& a, const Line& b)
{
    const float across = a.along.cross(b.along);
    if (std::abs(across) < 0.2F) // closer to parallel than the sides of any tilted card
        return std::nullopt;
    return a.through + a.along * ((b.through - a.through).cross(b.along) / across);
}

/// The line through the middle of a side; a card's corners are round and would bend it.
std::optional<Line> sideLine(const Contour& contour, cv::Point2f from, cv::Point2f to)
{
    const auto along = to - from;
    const auto length = static_cast<float>(cv::norm(along));
    std::vector<cv::Point2f> near;
    for (const auto& point : contour) {
        const cv::Point2f offset = cv::Point2f{point} - from;
        const float at = offset.dot(along) / (length * length);
        const float beside = std::abs(offset.cross(along)) / length;
        if (at > 0.12F && at < 0.88F && beside < 0.05F * length + 3)
            near.push_back(point);
    }
    if (near.size() < 8)
        return std::nullopt;
    cv::Vec4f line;
    cv::fitLine(near, line, cv::DIST_HUBER, 0, 0.01, 0.01);
    return Line{{line[2], line[3]}, {line[0], line[1]}};
}

/// Four corners of a contour that has four sides.
std::optional<CardCorners> roughCorners(const Contour& hull)
{
    const double around = cv::arcLength(hull, true);
    for (const double coarse : {0.02, 0.03, 0.045, 0.06}) {
        Contour polygon;
        cv::approxPolyDP(hull, polygon, coarse * around, true);
        if (polygon.size() == 4)
            return CardCorners{polygon[0], polygon[1], polygon[2], polygon[3]};
        if (polygon.size() < 4)
            break;
    }
    return std::nullopt;
}

/// Every corner anew, where the lines through two sides meet.
std::optional<CardCorners> exactCorners(const Contour& contour, const CardCorners& rough)
{
    std::array<Line, 4> sides;
    for (std::size_t at = 0; at < 4; ++at) {
        const auto line = sideLine(contour, rough[at], rough[(at + 1) % 4]);
        if (!line)
            return std::nullopt;
        sides[at] = *line;
    }
    CardCorners corners;
    for (std::size_t at = 0; at < 4; ++at) {
        const auto corner = crossing(sides[(at + 3) % 4], sides[at]);
        if (!corner)
            return std::nullopt;
        corners[at] = *corner;
    }
    return corners;
}

/// Clockwise from the upper left corner, the long sides lying; nothing when the shape is not a card's.
std::optional<CardCorners> asCard(CardCorners corners)
{
    if ((corners[1] - corners[0]).cross(corners[2] - corners[1]) < 0)
        std::reverse(corners.begin(), corners.end());
    const auto side = [&](std::size_t at) { return cv::norm(corners[(at + 1) % 4] - corners[at]); };
    if (side(0) + side(2) < side(1) + side(3))
        std::rotate(corners.begin(), corners.begin() + 1, corners.end());
    if (corners[0].x > corners[1].x) // the upper long side runs to the right
        std::rotate(corners.begin(), corners.begin() + 2, corners.end());
    const double shape = (side(0) + side(2)) / (side(1) + side(3)) / (kWidth / kHeight);
    const auto like = [](double a, double b) { return a < 1.5 * b && b < 1.5 * a; };
    if (shape < 0.8 || shape > 1.3 || !like(side(0), side(2)) || !like(side(1), side(3)))
        return std::nullopt;
    return corners;
}

std::optional<CardCorners> cardIn(const Contour& contour)
{
    Contour hull;
    cv::convexHull(contour, hull);
    const auto rough = roughCorners(hull);
    const auto exact = rough ? exactCorners(contour, *rough) : std::nullopt;
    return exact ? asCard(*exact) : std::nullopt;
}

/// Pictures in which a card may be one white patch: by brightness, and by what its edge encloses.
std::array<cv::Mat, 3> patches(const cv::Mat& grey)
{
    std::array<cv::Mat, 3> masks;
    cv::Mat soft;
    cv::GaussianBlur(grey, soft, {5, 5}, 0);
    const double middle = cv::threshold(soft, masks[0], 0, 255, cv::THRESH_BINARY | cv::THRESH_OTSU);
    cv::Canny(soft, masks[1], middle * 0.25, middle * 0.6);
    cv::Canny(soft, masks[2], 12, 36);
    const auto small = cv::getStructuringElement(cv::MORPH_RECT, {3, 3});
    cv::dilate(masks[1], masks[1], small);
    cv::dilate(masks[2], masks[2], small);
    return masks;
}

double area(const CardCorners& corners)
{
    return std::abs(cv::contourArea(std::vector<cv::Point2f>{corners.begin(), corners.end()}));
}

/// A card that is cut off cannot be read, and the rim of the picture is no card's edge.
bool liesWithin(cv::Size picture, const CardCorners& corners)
{
    const cv::Rect2f inside{1, 1, static_cast<float>(picture.width - 3),
                            static_cast<float>(picture.height - 3)};
    return std::ranges::all_of(corners, [&](const cv::Point2f& corner) { return inside.contains(corner); });
}

bool isNew(const std::vector<CardCorners>& found, const CardCorners& corners)
{
    return std::ranges::none_of(found, [&](const CardCorners& other) {
        double apart = 0;
        for (std::size_t at = 0; at < 4; ++at)
            apart = std::max(apart, cv::norm(other[at] - corners[at]));
        return apart < 4; // the inner and the outer rim of one edge
    });
}

} // namespace

std::vector<CardCorners> findCards(const cv::Mat& grey)
{
    const double scale = std::min(1.0, static_cast<double>(kSearchWidth) / grey.cols);
    cv::Mat small;
    cv::resize(grey, small, {}, scale, scale, cv::INTER_AREA);
    std::vector<CardCorners> found;
    for (const auto& mask : patches(small)) {
        std::vector<Contour> contours;
        cv::findContours(mask, contours, cv::RETR_EXTERNAL, cv::CHAIN_APPROX_NONE);
        for (const auto& contour : contours) {
            if (cv::boundingRect(contour).area() < kSmallest * small.size().area())
                continue;
            const auto corners = cardIn(contour);
            if (corners && area(*corners) > kSmallest * small.size().area() &&
                liesWithin(small.size(), *corners) && isNew(found, *corners))
                found.push_back(*corners);
        }
    }
    std::ranges::stable_sort(found, [](const auto& a, const auto& b) { return area(a) > area(b); });
    found.resize(std::min(found.size(), kMost));
    for (auto& corners : found)
        for (auto& corner : corners)
            corner *= 1 / scale;
    return found;
}

cv::Mat straightened(const cv::Mat& grey, const CardCorners& corners)
{
    const auto width = static_cast<float>(kWidth * kScale), height = static_cast<float>(kHeight * kScale);
    const CardCorners flat{{{0, 0}, {width, 0}, {width, height}, {0, height}}};
    cv::Mat card;
    cv::warpPerspective(grey, card, cv::getPerspectiveTransform(corners.data(), flat.data()),
                        {cvRound(width), cvRound(height)}, cv::INTER_LINEAR, cv::BORDER_REPLICATE);
    return card;
}

} // namespace madoguchi::cardface
