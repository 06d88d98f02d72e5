// SPDX-License-Identifier: Apache-2.0
// A camera over the card that says when it shows nothing: black, burnt out, or the same picture for ever.
#pragma once

#include "drivers/camera/CameraWatch.h"

#include <memory>

namespace madoguchi {

class WatchedCamera final : public FrameSource {
public:
    explicit WatchedCamera(std::unique_ptr<FrameSource> camera);

    /// A picture that was not there before: pictures that agree prove something only when each was taken.
    /// CameraBlind within a second of nothing (CameraWatch.h); other faults are the camera's.
    Result<Frame> next(std::stop_token stop) override;

private:
    std::unique_ptr<FrameSource> camera_;
    CameraWatch watch_;
};

} // namespace madoguchi
