// SPDX-License-Identifier: Apache-2.0
// What madoguchi-tool can do. Each subcommand adds itself to the command line and, when it is the chosen one,
// says what to run; main() runs that after the whole command line was understood.
#pragma once

#include <CLI/CLI.hpp>

#include <functional>

namespace madoguchi {

/// The chosen work; its return value is the program's exit code.
using Job = std::function<int()>;

using AddSubcommand = void (*)(CLI::App& program, Job& chosen);

void addAudit(CLI::App& program, Job& chosen);
void addCardFace(CLI::App& program, Job& chosen);
void addDiagram(CLI::App& program, Job& chosen);
void addFace(CLI::App& program, Job& chosen);
void addMessages(CLI::App& program, Job& chosen);
void addPane(CLI::App& program, Job& chosen);
void addRules(CLI::App& program, Job& chosen);
void addStaff(CLI::App& program, Job& chosen);
void addVisit(CLI::App& program, Job& chosen);

} // namespace madoguchi
