// SPDX-License-Identifier: Apache-2.0
// Starts another program: one place that decides what of ours reaches it.
#pragma once

#include "foundation/base/Result.h"

#include <filesystem>
#include <optional>
#include <string>
#include <sys/types.h>
#include <vector>

namespace madoguchi {

struct Program {
    /// A descriptor of ours and the number under which the program finds it. Stays ours.
    struct Given {
        int ours;
        int theirs;
    };

    std::filesystem::path file;           ///< without a slash: looked for in PATH
    std::vector<std::string> arguments{}; ///< never personal data: everybody on the machine can read them
    std::vector<Given> descriptors{};     ///< stdin and stdout are /dev/null unless they are given
    std::filesystem::path errors{};       ///< stderr is appended to this file (mode 0600); empty: ours
    std::optional<std::vector<std::string>> environment{}; ///< NAME=value; ours unless given
};

/// The new process, which the caller waits for. No other descriptor of ours reaches it. Fault: ChannelBroken
/// with errno.
Result<pid_t> start(const Program& program);

/// The folder of this program, where its siblings lie.
std::filesystem::path programFolder();

} // namespace madoguchi
