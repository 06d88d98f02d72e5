// SPDX-License-Identifier: Apache-2.0
// Our picture as OpenCV sees it, and OpenCV's as ours.
#pragma once

#include "foundation/picture/Frame.h"

#include <opencv2/core.hpp>

#include <cassert>

namespace madoguchi {

/// The pixels of `image`, not copied: for as long as it lives. OpenCV has no read-only view, hence the cast;
/// nobody may write to it.
[[nodiscard]] inline cv::Mat matOf(const Image& image)
{
    return {image.height, image.width, CV_8UC(image.channels()),
            const_cast<std::uint8_t*>(image.pixels.data()), static_cast<std::size_t>(image.stride)};
}

/// A copy without gaps between the rows. `mat`: 8-bit BGR, also a part of a larger one.
[[nodiscard]] inline Image imageOf(const cv::Mat& mat)
{
    assert(mat.dims == 2 && mat.type() == CV_8UC3);
    Image image{.width = mat.cols,
                .height = mat.rows,
                .stride = 3 * mat.cols,
                .format = PixelFormat::Bgr8,
                .pixels = {}};
    image.pixels.reserve(static_cast<std::size_t>(image.stride) * static_cast<std::size_t>(image.height));
    for (int y = 0; y < mat.rows; ++y)
        image.pixels.insert(image.pixels.end(), mat.ptr(y), mat.ptr(y) + image.stride);
    return image;
}

} // namespace madoguchi
