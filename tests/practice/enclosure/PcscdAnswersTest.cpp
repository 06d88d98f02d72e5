// SPDX-License-Identifier: Apache-2.0
// Runs inside an enclosure.
#include "Enclosed.h"

#include <catch2/catch.hpp>

using namespace madoguchi;

TEST_CASE("privatePcscdHasVpcdsReadersAndNoOthers")
{
    const auto readers = outputOf("opensc-tool --list-readers");

    INFO(readers);
    CHECK(readers.find("Virtual PCD 00 00") != std::string::npos);
    CHECK(readers.find("Virtual PCD 00 01") != std::string::npos);
    CHECK(readers.find("\n2 ") == std::string::npos);
}
