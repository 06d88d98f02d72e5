// SPDX-License-Identifier: Apache-2.0
#include "domain/visit/VisitDiagram.h"
#include "tool/support/Subcommands.h"

#include <iostream>

namespace madoguchi {

void addDiagram(CLI::App& program, Job& chosen)
{
    auto* command = program.add_subcommand(
        "diagram", "Print the visit's tables as Mermaid state diagrams, one for each kind");
    command->callback([&chosen] {
        chosen = [] {
            std::string_view between;
            for (const auto kind : {Kind::ByCard, Kind::ByNumber}) {
                std::cout << between << heading(kind) << "\n\n```mermaid\n" << visitDiagram(kind) << "```\n";
                between = "\n";
            }
            return 0;
        };
    });
}

} // namespace madoguchi
