// SPDX-License-Identifier: Apache-2.0
#include "drivers/cardprint/InkMap.h"

#include <opencv2/imgproc.hpp>

namespace madoguchi::cardface {

namespace {

constexpr int kStroke = 17;        ///< pixels; wider than any stroke of the text, narrower than a character
constexpr int kNeighbourhood = 61; ///< pixels; text of about this distance is equally dark
constexpr double kFaintest =
    26;                      ///< grey levels; less difference than this is print behind the text, or noise
constexpr int kWeak = 62;    ///< a stroke's faint parts belong to it...
constexpr int kStrong = 135; ///< ...when it is dark somewhere
constexpr int kBody = 100;   ///< a character's edge, without what blur adds to it
constexpr int kSpeck = 14;   ///< square pixels
constexpr double kTallest = 4.2 * kScale; ///< what is taller is a frame or the photo, and would join lines

cv::Mat square(int side)
{
    return cv::getStructuringElement(cv::MORPH_RECT, {side, side});
}

} // namespace

cv::Mat inkOf(const cv::Mat& grey)
{
    cv::Mat smooth, paper, ink, darkest;
    cv::GaussianBlur(grey, smooth, {}, 0.9);
    cv::morphologyEx(smooth, paper, cv::MORPH_CLOSE, square(kStroke), {-1, -1}, 1, cv::BORDER_REPLICATE);
    cv::blur(paper, paper, {kStroke, kStroke}, {-1, -1}, cv::BORDER_REPLICATE);
    cv::subtract(paper, smooth, ink);
    cv::Mat coarse; // a maximum over so many pixels costs less where there are fewer
    cv::dilate(ink, coarse, square(5));
    cv::resize(coarse, coarse, {}, 0.25, 0.25, cv::INTER_NEAREST);
    cv::dilate(coarse, coarse, square(kNeighbourhood / 4));
    cv::blur(coarse, coarse, {kNeighbourhood / 4, kNeighbourhood / 4}, {-1, -1}, cv::BORDER_REPLICATE);
    cv::resize(coarse, darkest, ink.size(), 0, 0, cv::INTER_LINEAR);
    cv::max(darkest, kFaintest, darkest);
    cv::divide(ink, darkest, ink, 255);
    return ink;
}

cv::Mat inked(const cv::Mat& ink)
{
    cv::Mat mask = ink > kWeak, labels, statistics, centroids;
    const int parts = cv::connectedComponentsWithStats(mask, labels, statistics, centroids, 8, CV_32S);
    std::vector<uchar> keep(static_cast<std::size_t>(parts), 0);
    for (int y = 0; y < mask.rows; ++y)
        for (int x = 0; x < mask.cols; ++x)
            if (const int part = labels.at<int>(y, x); part != 0 && ink.at<uchar>(y, x) > kStrong)
                keep[static_cast<std::size_t>(part)] =
                    statistics.at<int>(part, cv::CC_STAT_AREA) > kSpeck &&
                            statistics.at<int>(part, cv::CC_STAT_HEIGHT) < kTallest
                        ? 255
                        : 0;
    for (int y = 0; y < mask.rows; ++y)
        for (int x = 0; x < mask.cols; ++x)
            mask.at<uchar>(y, x) = keep[static_cast<std::size_t>(labels.at<int>(y, x))];
    return mask;
}

cv::Rect strokesBetween(const cv::Mat& ink, const cv::Mat& mask, int begin, int end)
{
    const cv::Mat body = (ink.colRange(begin, end) > kBody) & mask.colRange(begin, end);
    auto box = cv::boundingRect(body);
    box.x += begin;
    return box;
}

} // namespace madoguchi::cardface
