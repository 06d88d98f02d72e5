// SPDX-License-Identifier: Apache-2.0
#include "camera/MatImage.h"

namespace madoguchi {

namespace {

bool isUsable(const cv::Mat& picture)
{
    return picture.dims == 2 && picture.type() == CV_8UC3 && picture.cols >= kNarrowestPicture &&
           picture.rows >= kLowestPicture && picture.cols <= kWidestCapture &&
           picture.rows <= kHighestCapture;
}

} // namespace

Result<Image> toImage(const cv::Mat& picture)
{
    if (!isUsable(picture))
        return Fault{FaultCode::CameraBlind, FaultSpace::OpenCv, picture.type(), "camera/format"};
    Image image{.width = picture.cols,
                .height = picture.rows,
                .stride = 3 * picture.cols,
                .format = PixelFormat::Bgr8,
                .pixels = {}};
    image.pixels.reserve(static_cast<std::size_t>(image.stride) * static_cast<std::size_t>(image.height));
    for (int y = 0; y < picture.rows; ++y)
        image.pixels.insert(image.pixels.end(), picture.ptr(y), picture.ptr(y) + image.stride);
    return image;
}

} // namespace madoguchi
