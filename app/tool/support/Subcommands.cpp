// SPDX-License-Identifier: Apache-2.0
#include "tool/support/Subcommands.h"

namespace madoguchi {

int runSubcommands(int argc, char** argv, const std::string& description,
                   std::span<const AddSubcommand> subcommands)
{
    CLI::App program{description};
    program.require_subcommand(1);
    Job chosen;
    for (const AddSubcommand add : subcommands)
        add(program, chosen);
    CLI11_PARSE(program, argc, argv);
    return chosen();
}

} // namespace madoguchi
