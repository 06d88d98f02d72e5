// SPDX-License-Identifier: Apache-2.0
// A subcommand that sits at one of a visit's lines and does as a script says: --channel and --script.
#pragma once

#include "foundation/line/Channel.h"
#include "practice/program/PracticeCommands.h"

#include <optional>
#include <string>
#include <string_view>

namespace madoguchi {

/// What is done on one message of the visit. An exit code ends the program; nothing goes on listening.
using LineStep = std::function<std::optional<int>(Channel& line, std::string_view message)>;

struct LineCommand {
    const char* name;
    const char* what;   ///< for --help
    const char* intent; ///< the same for the script
    const char* who;    ///< sits there; for complaints
    LineStep (*attend)(const std::string& script);
};

void addLineCommand(CLI::App& program, Job& chosen, const LineCommand& command);

} // namespace madoguchi
