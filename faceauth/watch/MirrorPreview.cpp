// SPDX-License-Identifier: Apache-2.0
#include "faceauth/watch/MirrorPreview.h"

#include <algorithm>
#include <array>

namespace madoguchi {

namespace {

/// The source column of each preview column, or row of each row: the middle part, evenly spread.
template<int Size>
std::array<int, Size> spread(int length, double step)
{
    std::array<int, Size> sources{};
    const double start = (length - step * Size) / 2;
    for (int i = 0; i < Size; ++i)
        sources[static_cast<std::size_t>(i)] =
            std::clamp(static_cast<int>(start + (i + 0.5) * step), 0, length - 1);
    return sources;
}

std::uint32_t toPixel(const std::uint8_t* bgr)
{
    return std::uint32_t{0xFF000000} | static_cast<std::uint32_t>(bgr[2]) << 16 |
           static_cast<std::uint32_t>(bgr[1]) << 8 | bgr[0];
}

} // namespace

void paintMirrored(const Image& frame, std::span<std::uint32_t, kPreviewPixels> pixels)
{
    const double step = std::min(static_cast<double>(frame.width) / kPreviewWidth,
                                 static_cast<double>(frame.height) / kPreviewHeight);
    auto columns = spread<kPreviewWidth>(frame.width, step);
    std::reverse(columns.begin(), columns.end());
    auto pixel = pixels.begin();
    for (const int y : spread<kPreviewHeight>(frame.height, step))
        for (const int x : columns)
            *pixel++ = toPixel(frame.row(y) + 3 * x);
}

} // namespace madoguchi
