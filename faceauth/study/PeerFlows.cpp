// SPDX-License-Identifier: Apache-2.0
#include "faceauth/study/PeerFlows.h"

#include "faceauth/compare/FaceModels.h"
#include "foundation/picture/MatView.h"

#include <algorithm>
#include <cmath>
#include <dlib/image_processing/frontal_face_detector.h>
#include <dlib/image_transforms.h>
#include <dlib/opencv.h>
#include <opencv2/imgproc.hpp>

namespace madoguchi {

namespace {

/// As dlib lays a face upright.
Image dlibsChip(const Image& frame, const Landmarks& points)
{
    std::vector<dlib::point> parts;
    for (const Point& point : points)
        parts.emplace_back(std::lround(point.x), std::lround(point.y));
    cv::Mat pixels = matOf(frame);
    dlib::array2d<dlib::bgr_pixel> chip;
    dlib::extract_image_chip(dlib::cv_image<dlib::bgr_pixel>{pixels},
                             dlib::get_face_chip_details({dlib::rectangle{}, parts},
                                                         ResidualNetwork::kChipSize,
                                                         ResidualNetwork::kChipPadding),
                             chip);
    return imageOf(dlib::toMat(chip));
}

} // namespace

struct PeerFlows::Parts {
    LandmarkNetwork landmarks;
    ResidualNetwork network;
    dlib::frontal_face_detector detector{dlib::get_frontal_face_detector()};

    /// The largest face of those found at `scale` times the frame's size.
    std::optional<Embedding> describe(const Image& frame, const std::vector<dlib::rectangle>& found,
                                      double scale)
    {
        const auto face = std::ranges::max_element(found, {}, &dlib::rectangle::area);
        if (face == found.end())
            return std::nullopt;
        const Box box{face->left() / scale, face->top() / scale, face->width() / scale,
                      face->height() / scale};
        return network.describe(dlibsChip(frame, landmarks.find(frame, box)));
    }
};

PeerFlows::PeerFlows(std::unique_ptr<Parts> parts) : parts_{std::move(parts)} {}
PeerFlows::PeerFlows(PeerFlows&&) noexcept = default;
PeerFlows& PeerFlows::operator=(PeerFlows&&) noexcept = default;
PeerFlows::~PeerFlows() = default;

Result<PeerFlows> PeerFlows::load(const std::filesystem::path& folder)
{
    auto landmarks = loadPublishedLandmarks(folder);
    if (!landmarks)
        return landmarks.fault();
    auto network = ResidualNetwork::load(folder);
    if (!network)
        return network.fault();
    return PeerFlows{
        std::make_unique<Parts>(Parts{.landmarks = std::move(*landmarks), .network = std::move(*network)})};
}

std::optional<Embedding> PeerFlows::dlibExample(const Image& frame)
{
    cv::Mat picture = matOf(frame);
    return parts_->describe(frame, parts_->detector(dlib::cv_image<dlib::bgr_pixel>{picture}), 1);
}

std::optional<Embedding> PeerFlows::howdyLike(const Image& frame)
{
    constexpr int kHeight = 320;
    const double scale = static_cast<double>(kHeight) / frame.height;
    cv::Mat small, grey;
    cv::resize(matOf(frame), small, {}, scale, scale, cv::INTER_AREA);
    cv::cvtColor(small, grey, cv::COLOR_BGR2GRAY);
    cv::createCLAHE(2, {8, 8})->apply(grey, grey);
    dlib::array2d<unsigned char> doubled;
    dlib::pyramid_up(dlib::cv_image<unsigned char>{grey}, doubled, dlib::pyramid_down<2>{});
    return parts_->describe(imageOf(small), parts_->detector(doubled), 2);
}

} // namespace madoguchi
