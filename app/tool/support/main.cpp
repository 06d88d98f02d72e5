// SPDX-License-Identifier: Apache-2.0
#include "tool/support/Subcommands.h"

#include <array>

int main(int argc, char** argv)
{
    using namespace madoguchi;
    constexpr std::array<AddSubcommand, 6> kSubcommands{addAudit,    addDiagram, addFace,
                                                        addMessages, addRules,   addStaff};
    return runSubcommands(argc, argv, "Madoguchi's tool for support", kSubcommands);
}
