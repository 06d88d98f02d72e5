// SPDX-License-Identifier: Apache-2.0
// Where frames come from: a camera, or a folder of pictures in practice mode. One thread calls it.
#pragma once

#include "core/Result.h"
#include "faceauth/Image.h"

#include <chrono>
#include <stop_token>

namespace madoguchi {

struct Frame {
    Image image;                                       ///< as the camera sees it, not mirrored
    std::chrono::steady_clock::time_point captureTime; ///< when it was taken, for ageing and pacing
};

class FrameSource {
public:
    virtual ~FrameSource() = default;

    /// The next frame, the newest there is: a slow caller skips frames, it does not fall behind. Blocks for
    /// one frame's time, at most a second. TimedOut when `stop` was requested or nothing came within that
    /// second, CameraMissing when the camera is not or no longer there.
    virtual Result<Frame> next(std::stop_token stop) = 0;
};

} // namespace madoguchi
