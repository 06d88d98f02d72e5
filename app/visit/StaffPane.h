// SPDX-License-Identifier: Apache-2.0
// The staff's window on this one patient. It belongs to the visit's group, so it may show and take what is
// the patient's, and dies with it. Staff may close it and open it again; the visit goes on without it.
#pragma once

#include "bus/Channel.h"
#include "bus/PaneMessages.h"

#include <filesystem>
#include <functional>
#include <mutex>
#include <thread>

namespace madoguchi {

class StaffPane {
public:
    using Sink = std::function<void(const StaffInput&)>;

    /// `sink` is called on a thread of the pane.
    StaffPane(std::filesystem::path program, Sink sink);

    /// Starts the window and shows it what is known; does nothing while it is open. From one thread only.
    Result<void> open();

    // From any thread.
    void show(const VisitStatus& status);
    void show(const Screen& screen);

private:
    void listen(const std::stop_token& stop, pid_t program);
    void send();

    std::filesystem::path program_;
    Sink sink_;
    std::mutex mutex_;
    PaneView view_;
    Channel channel_; ///< open exactly while the window is; guarded by the mutex except for receiving
    std::jthread listener_;
};

} // namespace madoguchi
