// SPDX-License-Identifier: Apache-2.0
// How a program of many subcommands is put together, and what madoguchi-tool can do. Each subcommand adds
// itself to the command line and, when it is the chosen one, says what to run; runSubcommands() runs that
// after the whole command line was understood.
#pragma once

#include <CLI/CLI.hpp>

#include <functional>
#include <span>
#include <string>

namespace madoguchi {

/// The chosen work; its return value is the program's exit code.
using Job = std::function<int()>;

using AddSubcommand = void (*)(CLI::App& program, Job& chosen);

/// A whole main(): `subcommands` in the order of --help.
int runSubcommands(int argc, char** argv, const std::string& description,
                   std::span<const AddSubcommand> subcommands);

void addAudit(CLI::App& program, Job& chosen);
void addDiagram(CLI::App& program, Job& chosen);
void addFace(CLI::App& program, Job& chosen);
void addMessages(CLI::App& program, Job& chosen);
void addRules(CLI::App& program, Job& chosen);
void addStaff(CLI::App& program, Job& chosen);

} // namespace madoguchi
