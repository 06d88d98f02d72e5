// SPDX-License-Identifier: Apache-2.0
// Pictures that a formula makes, so that another program can look at the very same ones.
#pragma once

#include "foundation/picture/Frame.h"

namespace madoguchi {

inline Image plainPicture(int side, std::uint8_t blue, std::uint8_t green, std::uint8_t red)
{
    Image picture{
        .width = side, .height = side, .stride = 3 * side, .format = PixelFormat::Bgr8, .pixels = {}};
    for (int i = 0; i < side * side; ++i)
        picture.pixels.insert(picture.pixels.end(), {blue, green, red});
    return picture;
}

/// (3x + 5y + 40c + xy/16) modulo 256; c is 0 for blue, 1 for green, 2 for red.
inline Image formulaPicture(int side)
{
    Image picture = plainPicture(side, 0, 0, 0);
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x)
            for (int c = 0; c < 3; ++c)
                picture.row(y)[3 * x + c] = static_cast<std::uint8_t>(3 * x + 5 * y + 40 * c + x * y / 16);
    return picture;
}

} // namespace madoguchi
