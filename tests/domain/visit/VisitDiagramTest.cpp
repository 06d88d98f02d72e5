// SPDX-License-Identifier: Apache-2.0
#include "domain/visit/VisitDiagram.h"

#include <catch2/catch.hpp>

#include <fstream>
#include <sstream>

using namespace madoguchi;

TEST_CASE("theArchitecturePageShowsTheTablesAsTheyAre")
{
    std::ifstream file{MADO_SOURCE_DIR "/.github/ARCHITECTURE.md"};
    std::stringstream page;
    page << file.rdbuf();

    // If this fails: madoguchi-tool diagram prints what belongs under each of the two headings.
    for (const auto kind : {Kind::ByCard, Kind::ByNumber})
        CHECK(page.str().find(std::string{heading(kind)} + "\n\n```mermaid\n" + visitDiagram(kind) +
                              "```\n") != std::string::npos);
}
