// SPDX-License-Identifier: Apache-2.0
#include "cardface/GlyphPatch.h"

#include <algorithm>
#include <opencv2/imgproc.hpp>

namespace madoguchi::cardface {

GlyphPatch patchOf(const cv::Mat& ink, const cv::Rect& box)
{
    const double scale = static_cast<double>(kPatchSide) / std::max(box.width, box.height);
    const cv::Size size{std::max(1, cvRound(box.width * scale)), std::max(1, cvRound(box.height * scale))};
    cv::Mat square = cv::Mat::zeros(kPatchSide, kPatchSide, CV_8UC1), small;
    cv::resize(ink(box), small, size, 0, 0, cv::INTER_AREA);
    small.copyTo(
        square({(kPatchSide - size.width) / 2, (kPatchSide - size.height) / 2, size.width, size.height}));
    GlyphPatch patch;
    std::transform(square.datastart, square.dataend, patch.begin(),
                   [](uchar value) { return static_cast<float>(value) / 255.0F; });
    patch.back() = static_cast<float>(box.width) / static_cast<float>(box.height);
    return patch;
}

} // namespace madoguchi::cardface
