// SPDX-License-Identifier: Apache-2.0
#include "core/VisitDiagram.h"
#include "tool/Subcommands.h"

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
