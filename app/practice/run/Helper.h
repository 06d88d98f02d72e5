// SPDX-License-Identifier: Apache-2.0
// A program that runs beside the terminal for as long as this object lives: a card on the reader, the central
// system, the terminal itself.
#pragma once

#include "foundation/base/Result.h"

#include <chrono>
#include <filesystem>
#include <string>
#include <sys/types.h>
#include <vector>

namespace madoguchi {

class Helper {
public:
    struct Options {
        std::filesystem::path program;
        std::vector<std::string> arguments{};
        std::filesystem::path log{}; ///< takes stderr; empty = ours
        std::string readyLine{};     ///< wait until stdout begins a line with this; empty = do not wait
        std::chrono::milliseconds within{std::chrono::seconds{30}};
    };

    /// TimedOut when it does not get ready, ChannelBroken when it ends before that or cannot be started.
    static Result<Helper> start(const Options& options);

    Helper() = default;
    Helper(Helper&& other) noexcept;
    Helper& operator=(Helper&& other) noexcept;
    ~Helper() { stop(); }

    /// SIGTERM, and after a second SIGKILL. Harmless when it has ended.
    void stop();

    /// SIGKILL: what a crash or a power cut would do.
    void kill();

    [[nodiscard]] pid_t pid() const { return pid_; }
    [[nodiscard]] bool running() const;

    /// Everything it has printed on stdout since the ready line; waits for its end first.
    [[nodiscard]] std::string rest();

private:
    Helper(pid_t pid, int output) : pid_{pid}, output_{output} {}
    [[nodiscard]] bool waitEnd(std::chrono::milliseconds within);

    pid_t pid_{-1};
    int output_{-1};
    std::string printed_;
};

} // namespace madoguchi
