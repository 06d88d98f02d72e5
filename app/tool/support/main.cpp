// SPDX-License-Identifier: Apache-2.0
#include "tool/support/Subcommands.h"

#include <array>

namespace {

// One line for each subcommand, in the order of --help.
constexpr std::array kSubcommands{
    &madoguchi::addAudit,
    &madoguchi::addCardFace,
    &madoguchi::addDiagram,
    &madoguchi::addFace,
    &madoguchi::addMessages,
    &madoguchi::addPane,
    &madoguchi::addRules,
    &madoguchi::addStaff,
    &madoguchi::addVisit,
};

} // namespace

int main(int argc, char** argv)
{
    CLI::App program{"Madoguchi's tool for support and measurement"};
    program.require_subcommand(1);
    madoguchi::Job chosen;
    for (const madoguchi::AddSubcommand add : kSubcommands)
        add(program, chosen);
    CLI11_PARSE(program, argc, argv);
    return chosen();
}
