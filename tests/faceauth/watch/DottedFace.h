// SPDX-License-Identifier: Apache-2.0
// A face whose points are computed, without noise, and a picture of it: a dot for each point.
#pragma once

#include "faceauth/networks/FaceGeometry.h"
#include "foundation/picture/Frame.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace madoguchi {

struct Solid {
    double x, y, z;
};
using DottedFace = std::array<Solid, kLandmarks>;

/// A face of 100 pixels between the eyes: sides that fall back, a nose that stands out by `nose`.
inline DottedFace dottedFace(double nose)
{
    DottedFace points{};
    const auto place = [&](std::size_t i, double x, double y) {
        points[i] = {x, y, -nose * 0.006 * x * x / 0.5};
    };
    for (std::size_t i = 0; i < 17; ++i)
        place(i, -90 + 11.25 * static_cast<double>(i), 120 - std::abs(-90 + 11.25 * static_cast<double>(i)));
    for (std::size_t i = 17; i < 27; ++i)
        place(i, -72 + 16.0 * static_cast<double>(i - 17), -25);
    for (std::size_t i = 27; i < 31; ++i)
        points[i] = {0, 18.0 * static_cast<double>(i - 27), nose * (5 + 17.0 * static_cast<double>(i - 27))};
    for (std::size_t i = 31; i < 36; ++i)
        points[i] = {-20 + 10.0 * static_cast<double>(i - 31), 65, nose * 30};
    for (std::size_t i = 36; i < 48; ++i) {
        const double side = i < 42 ? -50 : 50, angle = static_cast<double>((i - 36) % 6) * 1.0472;
        place(i, side + 15 * std::cos(angle), 6 * std::sin(angle));
    }
    for (std::size_t i = 48; i < kLandmarks; ++i) {
        const double angle = static_cast<double>(i - 48) * 0.6283;
        place(i, 35 * std::cos(angle), 105 + 12 * std::sin(angle));
    }
    return points;
}

/// The same face printed on a sheet that is bent around an axis behind it, upright or level, which passes
/// behind the nose's tip.
enum class Axis : std::uint8_t { Upright, Level };
inline DottedFace bentFace(double radius, Axis axis)
{
    DottedFace points = dottedFace(0);
    for (Solid& one : points) {
        constexpr double kTip = 54;
        double& across = axis == Axis::Upright ? one.x : one.y;
        const double middle = axis == Axis::Upright ? 0 : kTip;
        const double angle =
            std::clamp((across - middle) / radius, -std::numbers::pi / 2, std::numbers::pi / 2);
        across = middle + radius * std::sin(angle);
        one.z = radius * std::cos(angle) - radius;
    }
    return points;
}

/// Turned to the picture's right, seen from far away.
inline Landmarks seen(const DottedFace& solid, double yaw)
{
    Landmarks points{};
    for (std::size_t i = 0; i < kLandmarks; ++i)
        points[i] = {320 + solid[i].x * std::cos(yaw) + solid[i].z * std::sin(yaw), 240 + solid[i].y};
    return points;
}

/// 640 x 480, each point a soft dot of a brightness of its own.
inline Image dotted(const Landmarks& points)
{
    constexpr int kRadius = 6;
    Image image{.width = 640, .height = 480, .stride = 1920, .format = PixelFormat::Bgr8, .pixels = {}};
    image.pixels.assign(static_cast<std::size_t>(image.stride) * 480, 120);
    for (std::size_t i = 0; i < kLandmarks; ++i) {
        const double strength = 60 + 7.0 * static_cast<double>((i * 37) % 18) - 245.0 * (i % 2);
        for (int y = std::lround(points[i].y) - kRadius; y <= std::lround(points[i].y) + kRadius; ++y)
            for (int x = std::lround(points[i].x) - kRadius; x <= std::lround(points[i].x) + kRadius; ++x) {
                const double square =
                    (x - points[i].x) * (x - points[i].x) + (y - points[i].y) * (y - points[i].y);
                std::uint8_t* const pixel = image.row(std::clamp(y, 0, 479)) + 3 * std::clamp(x, 0, 639);
                std::fill_n(pixel, 3,
                            static_cast<std::uint8_t>(
                                std::clamp(pixel[0] + strength * std::exp(-square / 8), 0.0, 255.0)));
            }
    }
    return image;
}

} // namespace madoguchi
