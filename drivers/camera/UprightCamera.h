// SPDX-License-Identifier: Apache-2.0
// A camera that hangs aside, upside down or shows people as in a mirror, put right: nothing behind it has to
// know.
#pragma once

#include "foundation/picture/Frame.h"

#include <memory>

namespace madoguchi {

struct Uprighting {
    int clockwise{0};   ///< degrees by which its pictures must be turned: 0, 90, 180 or 270
    bool mirror{false}; ///< left and right are exchanged, after the turn

    bool operator==(const Uprighting&) const = default;
};

[[nodiscard]] Image upright(const Image& picture, const Uprighting& how);

class UprightCamera final : public FrameSource {
public:
    UprightCamera(std::unique_ptr<FrameSource> camera, Uprighting how) : camera_{std::move(camera)}, how_{how}
    {
    }

    Result<Frame> next(std::stop_token stop) override;

private:
    std::unique_ptr<FrameSource> camera_;
    Uprighting how_;
};

} // namespace madoguchi
