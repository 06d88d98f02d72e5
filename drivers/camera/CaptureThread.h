// SPDX-License-Identifier: Apache-2.0
// Keeps the newest picture of a camera whose driver may block as long as it likes. Reading happens on a
// thread of its own; who asks waits for a bounded time. A driver that never returns costs a thread, not the
// visit.
#pragma once

#include "foundation/picture/Frame.h"

#include <chrono>
#include <functional>
#include <memory>

namespace madoguchi {

class CaptureThread final : public FrameSource {
public:
    /// Blocks until the camera has a picture. A fault ends the reading.
    using Read = std::function<Result<Image>()>;

    /// Starts at once. `read` lives on the thread and is destroyed there.
    CaptureThread(Read read, std::chrono::milliseconds patience);

    /// Returns at once; the thread ends after the read it is in.
    ~CaptureThread() override;
    CaptureThread(const CaptureThread&) = delete;
    CaptureThread& operator=(const CaptureThread&) = delete;

    /// The newest picture that was not yet given out; older ones are dropped, so nobody falls behind.
    /// CameraMissing when none came within `patience`: the camera was unplugged or hangs.
    Result<Frame> next(std::stop_token stop) override;

    /// Until the first picture is there, which next() then delivers. CameraMissing after `limit`.
    [[nodiscard]] Result<void> awaitFirst(std::chrono::milliseconds limit);

private:
    struct Mailbox;

    std::shared_ptr<Mailbox> mailbox_; ///< shared with the thread, which may outlive this
    std::chrono::milliseconds patience_;
};

} // namespace madoguchi
