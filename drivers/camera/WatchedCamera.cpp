// SPDX-License-Identifier: Apache-2.0
#include "drivers/camera/WatchedCamera.h"

namespace madoguchi {

WatchedCamera::WatchedCamera(std::unique_ptr<FrameSource> camera) : camera_{std::move(camera)} {}

Result<Frame> WatchedCamera::next(std::stop_token stop)
{
    for (;;) {
        auto frame = camera_->next(stop);
        if (!frame)
            return frame;
        if (const auto fault = watch_.observe(*frame))
            return *fault;
        if (!watch_.repeats())
            return frame;
    }
}

} // namespace madoguchi
