// SPDX-License-Identifier: Apache-2.0
#include "practice/program/PracticeCommands.h"

#include <array>

namespace {

// One line for each subcommand, in the order of --help.
constexpr std::array kSubcommands{
    &madoguchi::addRun,     &madoguchi::addCard,  &madoguchi::addCentral, &madoguchi::addEnclose,
    &madoguchi::addPatient, &madoguchi::addStaff, &madoguchi::addFaces,   &madoguchi::addFolder,
};

} // namespace

int main(int argc, char** argv)
{
    CLI::App program{"Madoguchi practice: a card, a central system and a receipt computer that are not real"};
    program.require_subcommand(1);
    madoguchi::Job chosen;
    for (const madoguchi::AddSubcommand add : kSubcommands)
        add(program, chosen);
    CLI11_PARSE(program, argc, argv);
    return chosen();
}
