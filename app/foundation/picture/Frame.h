// SPDX-License-Identifier: Apache-2.0
// Pictures as plain values, and where they come from. A camera driver fills them, faceauth reads them,
// practice mode invents them; none of the three has to know another, or another's picture library.
#pragma once

#include "foundation/base/Result.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <stop_token>
#include <vector>

namespace madoguchi {

enum class PixelFormat : std::uint8_t {
    Bgr8,  ///< three bytes a pixel: blue, green, red
    Grey8, ///< one byte a pixel
};

/// Rows from top to bottom. A default Image is empty.
struct Image {
    int width{0};
    int height{0};
    int stride{0}; ///< bytes from one row to the next; width * channels() or more
    PixelFormat format{PixelFormat::Bgr8};
    std::vector<std::uint8_t> pixels; ///< stride * height bytes

    [[nodiscard]] int channels() const { return format == PixelFormat::Bgr8 ? 3 : 1; }
    [[nodiscard]] bool empty() const { return pixels.empty(); }
    [[nodiscard]] const std::uint8_t* row(int y) const { return pixels.data() + offset(y); }
    [[nodiscard]] std::uint8_t* row(int y) { return pixels.data() + offset(y); }

private:
    [[nodiscard]] std::size_t offset(int y) const
    {
        return static_cast<std::size_t>(y) * static_cast<std::size_t>(stride);
    }
};

/// One picture of a camera.
struct Frame {
    Image image;
    std::chrono::milliseconds captured{0}; ///< steady clock; only differences mean something
};

/// A camera that is switched on. One thread asks it.
class FrameSource {
public:
    virtual ~FrameSource() = default;

    /// Waits for the next picture. TimedOut when `stop` was requested, CameraMissing when the camera is gone,
    /// CameraBlind when it delivers something that is not a usable picture.
    virtual Result<Frame> next(std::stop_token stop) = 0;
};

} // namespace madoguchi
