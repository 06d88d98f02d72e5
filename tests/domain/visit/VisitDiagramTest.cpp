// SPDX-License-Identifier: Apache-2.0
#include "domain/visit/VisitDiagram.h"

#include <catch2/catch.hpp>

#include <fstream>
#include <sstream>

TEST_CASE("theReadmeShowsTheTableAsItIs")
{
    std::ifstream file{MADO_SOURCE_DIR "/README.md"};
    std::stringstream readme;
    readme << file.rdbuf();

    // If this fails: madoguchi-tool diagram prints what belongs between the two ``` of the README.
    CHECK(readme.str().find("```mermaid\n" + madoguchi::visitDiagram() + "```") != std::string::npos);
}
