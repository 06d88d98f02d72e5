// SPDX-License-Identifier: Apache-2.0
// dlib's detector templates are compiled here only.
#include "faceauth/networks/FaceFinder.h"

#include "foundation/picture/LumaGrid.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <dlib/image_processing.h>
#include <dlib/image_processing/frontal_face_detector.h>
#include <dlib/image_transforms.h>
#include <numeric>

namespace madoguchi {

namespace {

using Grey = dlib::array2d<unsigned char>;

constexpr int kUsualWidth =
    320; ///< a face of 80 pixels, the detector's least, is then a quarter of the frame
constexpr std::size_t kMostFaces = 4;
constexpr double kBystander = 0.5; ///< of the largest face's width

constexpr int kStillSide = 600;   ///< a still picture twice as large is halved before somebody is looked for
constexpr double kLenient = -0.5; ///< finds half profiles as well, and now and then something that is no face

/// The mean of the three channels, as dlib's predictor weighs them.
Grey toGrey(const Image& image)
{
    Grey grey(image.height, image.width);
    for (int y = 0; y < image.height; ++y) {
        const std::uint8_t* pixel = image.row(y);
        for (int x = 0; x < image.width; ++x, pixel += 3)
            grey[y][x] = static_cast<unsigned char>((pixel[0] + pixel[1] + pixel[2]) / 3);
    }
    return grey;
}

/// Each pixel the mean of factor x factor.
Grey shrunk(const Grey& grey, long factor)
{
    Grey small(grey.nr() / factor, grey.nc() / factor);
    std::vector<unsigned> sums(static_cast<std::size_t>(small.nc()));
    for (long y = 0; y < small.nr(); ++y) {
        std::fill(sums.begin(), sums.end(), 0U);
        for (long dy = 0; dy < factor; ++dy) {
            const unsigned char* pixel = &grey[y * factor + dy][0];
            for (unsigned& sum : sums)
                for (long dx = 0; dx < factor; ++dx)
                    sum += *pixel++;
        }
        for (long x = 0; x < small.nc(); ++x)
            small[y][x] = static_cast<unsigned char>(sums[static_cast<std::size_t>(x)] / (factor * factor));
    }
    return small;
}

Box enlarged(const dlib::rectangle& rectangle, double scale)
{
    return {rectangle.left() * scale, rectangle.top() * scale, rectangle.width() * scale,
            rectangle.height() * scale};
}

void dropBystanders(std::vector<Face>& faces)
{
    std::sort(faces.begin(), faces.end(),
              [](const Face& a, const Face& b) { return a.box.width > b.box.width; });
    std::erase_if(faces, [&, widest = faces.empty() ? 0.0 : faces.front().box.width](const Face& face) {
        return face.box.width < kBystander * widest;
    });
    if (faces.size() > kMostFaces)
        faces.resize(kMostFaces);
}

/// The face that is large and near the middle.
std::optional<Face> portrayed(const std::vector<Face>& faces, const Image& picture)
{
    const Point middle = centre(wholeOf(picture));
    const auto weight = [&](const Face& face) {
        const Point at = centre(face.box);
        return face.box.width - std::hypot(at.x - middle.x, at.y - middle.y);
    };
    const auto best = std::max_element(faces.begin(), faces.end(),
                                       [&](const Face& a, const Face& b) { return weight(a) < weight(b); });
    return best == faces.end() ? std::nullopt : std::optional{*best};
}

} // namespace

struct FaceFinder::Models {
    LandmarkNetwork landmarks;
    dlib::frontal_face_detector detector{dlib::get_frontal_face_detector()};

    /// `strictness` moves the detector's threshold; 0 is its own.
    std::vector<Face> detect(const Grey& grey, double scale, double strictness = 0)
    {
        std::vector<dlib::rect_detection> found;
        detector(grey, found, strictness);
        std::vector<Face> faces;
        for (const dlib::rect_detection& one : found)
            faces.push_back({.box = enlarged(one.rect, scale), .score = one.detection_confidence});
        return faces;
    }
};

FaceFinder::FaceFinder(LandmarkNetwork landmarks)
    : models_{std::make_unique<Models>(Models{.landmarks = std::move(landmarks)})}
{
}
FaceFinder::FaceFinder(const FaceFinder& other) : models_{std::make_unique<Models>(*other.models_)} {}
FaceFinder::FaceFinder(FaceFinder&&) noexcept = default;
FaceFinder& FaceFinder::operator=(FaceFinder&&) noexcept = default;
FaceFinder::~FaceFinder() = default;

std::vector<Face> FaceFinder::find(const Image& frame)
{
    assert(frame.format == PixelFormat::Bgr8);
    const Grey grey = toGrey(frame);
    const long usual = std::max(1L, std::lround(static_cast<double>(frame.width) / kUsualWidth));
    std::vector<Face> faces = models_->detect(shrunk(grey, usual), static_cast<double>(usual));
    // Somebody too far away is to be told so, not "look here": look closer when nobody was found.
    if (faces.empty() && usual > 1)
        faces = models_->detect(shrunk(grey, usual / 2), static_cast<double>(usual / 2));
    dropBystanders(faces);
    for (Face& face : faces)
        face.points = models_->landmarks.find(frame, face.box);
    return faces;
}

std::optional<Face> FaceFinder::findOne(const Image& picture)
{
    assert(picture.format == PixelFormat::Bgr8);
    constexpr std::array kStrictness{0.0, kLenient};
    const int factor = std::max(1, std::max(picture.width, picture.height) / kStillSide);
    const Grey grey = shrunk(toGrey(picture), factor);
    Grey doubled;
    for (const double strictness : kStrictness) {
        std::vector<Face> faces = models_->detect(grey, factor, strictness);
        if (faces.empty()) {
            if (doubled.size() == 0)
                dlib::pyramid_up(grey, doubled, dlib::pyramid_down<2>{});
            faces = models_->detect(doubled, factor / 2.0, strictness);
        }
        if (auto face = portrayed(faces, picture)) {
            face->points = models_->landmarks.find(picture, face->box);
            return face;
        }
    }
    return std::nullopt;
}

} // namespace madoguchi
