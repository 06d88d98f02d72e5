// SPDX-License-Identifier: Apache-2.0
// What madoguchi-practice can do. Each subcommand lives in a file of its own, adds itself to the command line
// and, when it is the chosen one, says what to run; main() runs that after the whole command line was
// understood.
#pragma once

#include <CLI/CLI.hpp>

#include <functional>

namespace madoguchi {

/// The chosen work; its return value is the program's exit code.
using Job = std::function<int()>;

using AddSubcommand = void (*)(CLI::App& program, Job& chosen);

void addCard(CLI::App& program, Job& chosen);
void addCentral(CLI::App& program, Job& chosen);
void addEnclose(CLI::App& program, Job& chosen);
void addPatient(CLI::App& program, Job& chosen);
void addRun(CLI::App& program, Job& chosen);
void addStaff(CLI::App& program, Job& chosen);
void addFaces(CLI::App& program, Job& chosen);
void addFolder(CLI::App& program, Job& chosen);

} // namespace madoguchi
