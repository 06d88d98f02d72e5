// SPDX-License-Identifier: Apache-2.0
// Runs inside an enclosure.
#include <catch2/catch.hpp>

#include <array>
#include <cstdio>
#include <memory>
#include <string>

namespace {

std::string outputOf(const char* command)
{
    const std::unique_ptr<FILE, int (*)(FILE*)> pipe{::popen(command, "r"), ::pclose};
    std::string text;
    std::array<char, 4096> part{};
    while (const auto length = std::fread(part.data(), 1, part.size(), pipe.get()))
        text.append(part.data(), length);
    return text;
}

} // namespace

TEST_CASE("privatePcscdHasVpcdsReadersAndNoOthers")
{
    const auto readers = outputOf("opensc-tool --list-readers 2>&1");

    INFO(readers);
    CHECK(readers.find("Virtual PCD 00 00") != std::string::npos);
    CHECK(readers.find("Virtual PCD 00 01") != std::string::npos);
    CHECK(readers.find("\n2 ") == std::string::npos);
}
