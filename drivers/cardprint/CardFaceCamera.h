// SPDX-License-Identifier: Apache-2.0
// 照合番号B from a camera over the card. The camera is on only while it is asked, no picture is kept, and a
// number is given out only when several pictures agree; otherwise staff type it.
#pragma once

#include "domain/ports/CardFacePort.h"
#include "domain/record/CardRecord.h"
#include "foundation/base/Clock.h"
#include "foundation/base/Result.h"
#include "foundation/picture/Frame.h"

#include <chrono>
#include <functional>
#include <memory>

namespace madoguchi {

class CardFaceCamera final : public CardFacePort {
public:
    /// Switches the camera on.
    using Open = std::function<Result<std::unique_ptr<FrameSource>>()>;

    /// `clock` must outlive this. `within`: how long a card may take to become readable.
    CardFaceCamera(Open open, const Clock& clock, std::chrono::milliseconds within = std::chrono::seconds{8});

    /// SecurityNumberUnread (value: the furthest CardFaceVerdict) when no number was agreed on in time,
    /// CameraMissing or CameraBlind as the camera says, TimedOut when `stop` was requested.
    Result<SecurityNumber> read(std::stop_token stop) override;

private:
    Open open_;
    const Clock& clock_;
    std::chrono::milliseconds within_;
};

} // namespace madoguchi
