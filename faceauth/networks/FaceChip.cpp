// SPDX-License-Identifier: Apache-2.0
#include "faceauth/networks/FaceChip.h"

#include "foundation/picture/MatView.h"

#include <algorithm>
#include <cmath>
#include <complex>
#include <opencv2/imgproc.hpp>

namespace madoguchi {

namespace {

using Complex = std::complex<double>;

Complex asComplex(const Point& point)
{
    return {point.x, point.y};
}

/// Turn and scale as one factor, then a shift: the least squares of all that keep angles.
struct Similarity {
    Complex factor{1, 0}, shift;

    [[nodiscard]] cv::Matx23d matrix() const
    {
        return {factor.real(), -factor.imag(), shift.real(), factor.imag(), factor.real(), shift.imag()};
    }
};

Similarity similarity(const FivePoints& from, const FivePoints& to)
{
    Complex middleFrom, middleTo;
    for (std::size_t i = 0; i < from.size(); ++i) {
        middleFrom += asComplex(from[i]) / static_cast<double>(from.size());
        middleTo += asComplex(to[i]) / static_cast<double>(to.size());
    }
    Complex product;
    double square = 0;
    for (std::size_t i = 0; i < from.size(); ++i) {
        const Complex arm = asComplex(from[i]) - middleFrom;
        product += std::conj(arm) * (asComplex(to[i]) - middleTo);
        square += std::norm(arm);
    }
    const Complex factor = square > 0 ? product / square : Complex{1, 0};
    return {factor, middleTo - factor * middleFrom};
}

} // namespace

Image alignedChip(const Image& picture, const FivePoints& points, const FivePoints& wanted, int size)
{
    constexpr double kLargest = 0.5; ///< a face that must shrink further is shrunk in whole steps first
    const Similarity exact = similarity(points, wanted);
    const double scale = std::abs(exact.factor);
    const int step = scale > 0 && scale < kLargest ? std::max(1, static_cast<int>(1 / scale + 0.01)) : 1;
    cv::Mat seen = matOf(picture);
    FivePoints there = points;
    if (step > 1 && seen.cols >= step && seen.rows >= step) {
        cv::Mat small;
        cv::resize(seen(cv::Rect{0, 0, seen.cols / step * step, seen.rows / step * step}), small, {},
                   1.0 / step, 1.0 / step, cv::INTER_AREA);
        seen = small;
        for (Point& point : there) // the middle of a pixel is where its number says
            point = {(point.x + 0.5) / step - 0.5, (point.y + 0.5) / step - 0.5};
    }
    cv::Mat chip;
    cv::warpAffine(seen, chip, similarity(there, wanted).matrix(), {size, size}, cv::INTER_LINEAR);
    return imageOf(chip);
}

Image mirrored(const Image& image)
{
    const int channels = image.channels();
    Image result = image;
    for (int y = 0; y < image.height; ++y) {
        const std::uint8_t* source = image.row(y);
        std::uint8_t* target = result.row(y) + (image.width - 1) * channels;
        for (int x = 0; x < image.width; ++x, source += channels, target -= channels)
            std::copy_n(source, channels, target);
    }
    return result;
}

} // namespace madoguchi
