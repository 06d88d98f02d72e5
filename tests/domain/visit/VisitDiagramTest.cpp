// SPDX-License-Identifier: Apache-2.0
#include "domain/visit/VisitDiagram.h"

#include <catch2/catch.hpp>

#include <fstream>
#include <sstream>

TEST_CASE("theArchitecturePaperShowsTheTableAsItIs")
{
    std::ifstream file{MADO_SOURCE_DIR "/.github/ARCHITECTURE.md"};
    std::stringstream paper;
    paper << file.rdbuf();

    // If this fails: madoguchi-tool diagram prints what belongs between the two ``` of the paper.
    CHECK(paper.str().find("```mermaid\n" + madoguchi::visitDiagram() + "```") != std::string::npos);
}
