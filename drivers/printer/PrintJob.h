// SPDX-License-Identifier: Apache-2.0
// One page to the print spooler, through a pipe to CUPS' own client `lp`: no file of ours is written. What
// the spooler keeps is its own and outlives the visit; packaging/README.md names its settings.
#pragma once

#include "foundation/base/Result.h"

#include <chrono>
#include <filesystem>
#include <string>
#include <string_view>

namespace madoguchi {

struct Printer {
    std::string name; ///< as lpstat shows it; empty = nothing is printed
    std::filesystem::path program{"/usr/bin/lp"};
    std::chrono::milliseconds patience{20'000}; ///< with a spooler that does not answer
};

/// Blocks until the spooler has taken the whole page. Nothing of it stands among the arguments. Fault:
/// ChannelBroken with lp's exit code (or errno), TimedOut when it hung and was ended.
[[nodiscard]] Result<void> print(const Printer& printer, std::string_view page);

} // namespace madoguchi
