// SPDX-License-Identifier: Apache-2.0
#include "drivers/camera/UprightCamera.h"

#include "foundation/picture/MatView.h"

#include <opencv2/core.hpp>

namespace madoguchi {

Image upright(const Image& picture, const Uprighting& how)
{
    const cv::Mat seen = matOf(picture);
    cv::Mat turned;
    if (how.clockwise == 90)
        cv::rotate(seen, turned, cv::ROTATE_90_CLOCKWISE);
    else if (how.clockwise == 180)
        cv::rotate(seen, turned, cv::ROTATE_180);
    else if (how.clockwise == 270)
        cv::rotate(seen, turned, cv::ROTATE_90_COUNTERCLOCKWISE);
    else
        turned = seen;
    if (!how.mirror)
        return imageOf(turned);
    cv::Mat flipped;
    cv::flip(turned, flipped, 1);
    return imageOf(flipped);
}

Result<Frame> UprightCamera::next(std::stop_token stop)
{
    auto frame = camera_->next(stop);
    if (frame && frame->image.format == PixelFormat::Bgr8 && !frame->image.empty())
        frame->image = upright(frame->image, how_);
    return frame;
}

} // namespace madoguchi
