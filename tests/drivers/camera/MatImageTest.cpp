// SPDX-License-Identifier: Apache-2.0
#include "drivers/camera/MatImage.h"

#include <catch2/catch.hpp>

using namespace madoguchi;

TEST_CASE("pictureIsCopiedRowByRow")
{
    const cv::Mat whole(200, 400, CV_8UC3, cv::Scalar(1, 2, 3));
    const cv::Mat part = whole(cv::Rect(10, 10, 320, 180)); // its rows are not adjacent

    const Result<Image> image = toImage(part);

    REQUIRE(image);
    CHECK(image->width == 320);
    CHECK(image->height == 180);
    CHECK(image->pixels.size() == 320U * 180U * 3U);
    CHECK(image->row(179)[3 * 319 + 2] == 3);
}

TEST_CASE("whatIsNotAPictureOfACameraIsRefused")
{
    const cv::Mat refused[]{{},
                            {480, 640, CV_8UC1},
                            {480, 640, CV_16UC3},
                            {100, 640, CV_8UC3},
                            {480, 100, CV_8UC3},
                            {2000, 640, CV_8UC3},
                            {480, 8000, CV_8UC3}};

    for (const cv::Mat& picture : refused) {
        const Result<Image> image = toImage(picture);

        INFO(picture.cols << " x " << picture.rows << " type " << picture.type());
        REQUIRE_FALSE(image);
        CHECK(image.fault().code == FaultCode::CameraBlind);
    }
}
