// SPDX-License-Identifier: Apache-2.0
#include "drivers/camera/MatImage.h"

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
    return imageOf(picture);
}

} // namespace madoguchi
