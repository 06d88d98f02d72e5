// SPDX-License-Identifier: Apache-2.0
// The staff's window on this one patient. It belongs to the visit's group, so it may show and take what is
// the patient's, and dies with it. Staff may close it and open it again; the visit goes on without it.
// Started beforehand it waits unseen, so that opening it is one message.
#pragma once

#include "formats/record/PaneMessages.h"
#include "foundation/line/Channel.h"

#include <filesystem>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace madoguchi {

class StaffPane {
public:
    using Sink = std::function<void(const PaneInput&)>;

    /// `arguments`: beside the line; never personal data. `sink` is called on a thread of the pane;
    /// PaneClosed when an opened window has gone.
    StaffPane(std::filesystem::path program, std::vector<std::string> arguments, Sink sink);

    /// Starts the window unseen, and again after each closing. A program that cannot live is left alone until
    /// it is wanted.
    Result<void> warmUp();

    /// Shows the window with what is known. From one thread only.
    Result<void> open();

    /// From any thread: changes what is shown.
    void change(const std::function<void(PaneView&)>& edit);

private:
    Result<void> startLocked();
    Result<void> spawnLocked();
    void live(const std::stop_token& stop);
    void listen(const std::stop_token& stop);
    void send();

    std::filesystem::path program_;
    std::vector<std::string> arguments_;
    Sink sink_;
    std::mutex mutex_;
    PaneView view_;
    bool keepWarm_{false};
    std::chrono::steady_clock::time_point started_{};
    Channel channel_; ///< open exactly while the program lives; guarded by the mutex except for receiving
    pid_t pid_{-1};
    std::jthread listener_;
};

} // namespace madoguchi
