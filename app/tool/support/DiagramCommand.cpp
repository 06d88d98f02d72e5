// SPDX-License-Identifier: Apache-2.0
#include "domain/visit/VisitDiagram.h"
#include "tool/support/Subcommands.h"

#include <iostream>

namespace madoguchi {

void addDiagram(CLI::App& program, Job& chosen)
{
    auto* command = program.add_subcommand("diagram", "Print the visit's table as a Mermaid state diagram");
    command->callback([&chosen] {
        chosen = [] {
            std::cout << visitDiagram();
            return 0;
        };
    });
}

} // namespace madoguchi
