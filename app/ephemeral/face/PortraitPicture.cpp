// SPDX-License-Identifier: Apache-2.0
#include "ephemeral/face/PortraitPicture.h"

#include "faceauth/compare/PortraitDecoder.h"

#include <algorithm>
#include <cstdlib>

namespace madoguchi {
namespace {

constexpr int kWidest = 240, kHighest = 320;

/// Brightness of a pixel as the eye weighs it.
int brightness(const Image& image, int x, int y)
{
    const auto* pixel = image.row(y) + static_cast<std::ptrdiff_t>(x) * image.channels();
    return image.format == PixelFormat::Grey8 ? pixel[0]
                                              : (pixel[0] * 29 + pixel[1] * 150 + pixel[2] * 77) / 256;
}

/// The mean of the pixels that fall together.
char mean(const Image& image, int x, int y, int step)
{
    int sum = 0, count = 0;
    for (int row = y * step; row < std::min((y + 1) * step, image.height); ++row)
        for (int column = x * step; column < std::min((x + 1) * step, image.width); ++column, ++count)
            sum += brightness(image, column, row);
    return static_cast<char>(count == 0 ? 0 : sum / count);
}

} // namespace

std::string portraitPicture(std::string_view jpeg2000)
{
    const auto image =
        decodePortrait({reinterpret_cast<const std::uint8_t*>(jpeg2000.data()), jpeg2000.size()});
    if (!image)
        return {};
    const int step =
        std::max({1, (image->width + kWidest - 1) / kWidest, (image->height + kHighest - 1) / kHighest});
    const int width = (image->width + step - 1) / step, height = (image->height + step - 1) / step;
    std::string picture = "P5 " + std::to_string(width) + ' ' + std::to_string(height) + " 255\n";
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            picture += mean(*image, x, y, step);
    return picture;
}

int showPortrait(Channel channel)
{
    constexpr std::chrono::seconds kPatience{5};
    const StopSignal never;
    const auto jpeg2000 = channel.receive(never, kPatience);
    const auto picture = jpeg2000 ? portraitPicture(*jpeg2000) : std::string{};
    if (picture.empty() || !channel.send(picture))
        return EXIT_FAILURE;
    std::_Exit(EXIT_SUCCESS); // as after a comparison
}

} // namespace madoguchi
