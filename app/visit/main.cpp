// SPDX-License-Identifier: Apache-2.0
#include "central/Environment.h"
#include "process/GroupInit.h"
#include "process/ProcessHardening.h"
#include "visit/VisitProgram.h"

#include <CLI/CLI.hpp>

#include <iostream>

int main(int argc, char** argv)
{
    madoguchi::hardenEnvironment();
    if (!madoguchi::hardenProcess() || !madoguchi::leadGroup())
        return 1;

    CLI::App program{"One patient's visit; started by madoguchi, not by hand"};
    int channel{};
    std::string file;
    program.add_option("--channel", channel, "The supervisor's line, a descriptor number")->required();
    program.add_option("--settings", file, "The terminal's settings")->required();
    CLI11_PARSE(program, argc, argv);

    const auto loaded = madoguchi::loadSettings(file);
    for (const auto& problem : loaded.problems)
        std::cerr << problem.text() << '\n';
    return loaded.settings ? madoguchi::runVisit(channel, *loaded.settings) : 1;
}
