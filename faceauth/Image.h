// SPDX-License-Identifier: Apache-2.0
// A picture as plain bytes, so that neither OpenCV nor dlib shows in a header. It owns its pixels.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace madoguchi {

/// 8 bits a channel, blue-green-red, rows from the top. Row y starts at bytes[y * stride].
struct Image {
    int width{0};
    int height{0};
    int stride{0}; ///< bytes from row to row, at least 3 * width
    std::vector<std::uint8_t> bytes;

    [[nodiscard]] bool empty() const { return width <= 0 || height <= 0; }

    /// Whether the numbers fit the bytes. Whoever takes a picture from outside asks this first.
    [[nodiscard]] bool consistent() const
    {
        return !empty() && stride >= 3 * width &&
               bytes.size() >= static_cast<std::size_t>(stride) * static_cast<std::size_t>(height);
    }

    [[nodiscard]] const std::uint8_t* row(int y) const
    {
        return bytes.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(stride);
    }
    [[nodiscard]] std::uint8_t* row(int y)
    {
        return bytes.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(stride);
    }
};

/// A black picture.
[[nodiscard]] inline Image blackImage(int width, int height)
{
    const auto size = static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 3;
    return Image{
        .width = width, .height = height, .stride = 3 * width, .bytes = std::vector<std::uint8_t>(size)};
}

} // namespace madoguchi
