// SPDX-License-Identifier: Apache-2.0
#include "foundation/process/StartProgram.h"
#include "foundation/base/UniqueFd.h"

#include <catch2/catch.hpp>

#include <array>
#include <fcntl.h>
#include <filesystem>
#include <string>
#include <sys/wait.h>
#include <unistd.h>

using namespace madoguchi;

namespace {

struct Pipe {
    Pipe()
    {
        std::array<int, 2> ends{};
        REQUIRE(::pipe2(ends.data(), O_CLOEXEC) == 0);
        read = UniqueFd{ends[0]};
        write = UniqueFd{ends[1]};
    }
    UniqueFd read;
    UniqueFd write;
};

/// Runs a line of shell with its output in a pipe; what it printed.
std::string output(Program program, const std::string& line, int outputNumber = STDOUT_FILENO)
{
    Pipe pipe;
    program.file = "/bin/sh";
    program.arguments = {"-c", line};
    program.descriptors.push_back({pipe.write.value(), outputNumber});
    const auto child = start(program);
    REQUIRE(child);
    pipe.write.reset();
    std::string printed;
    std::array<char, 256> part{};
    for (ssize_t got = 0; (got = ::read(pipe.read.value(), part.data(), part.size())) > 0;)
        printed.append(part.data(), static_cast<std::size_t>(got));
    int status = -1;
    REQUIRE(::waitpid(*child, &status, 0) == *child);
    CHECK(status == 0);
    return printed;
}

} // namespace

TEST_CASE("aDescriptorArrivesUnderItsNumberAndNoOtherDoes")
{
    const UniqueFd leaking{::open("/dev/null", O_RDONLY)}; // not close-on-exec
    REQUIRE(leaking.value() > STDERR_FILENO);
    CHECK(output({}, "ls /proc/self/fd | tr '\\n' ' '") == "0 1 2 3 "); // 3 is ls's own look at the folder
}

TEST_CASE("descriptorsThatTradeNumbersBothArrive")
{
    Pipe first;
    Pipe second;
    const int a = first.read.value();
    const int b = second.read.value();
    REQUIRE(::write(first.write.value(), "one\n", 4) == 4);
    REQUIRE(::write(second.write.value(), "two\n", 4) == 4);
    Program program;
    program.descriptors = {{a, b}, {b, a}};
    CHECK(output(program, "read x <&" + std::to_string(b) + "; read y <&" + std::to_string(a) +
                              "; echo $x $y") == "one two\n");
}

TEST_CASE("anEnvironmentThatIsGivenIsAllThereIs")
{
    Program program;
    program.environment = {{"ONLY=this", "PATH=/usr/bin:/bin"}};
    CHECK(output(program, "env | grep -v -e ^PWD -e ^_ -e ^SHLVL -e ^OLDPWD | sort | tr '\\n' ' '") ==
          "ONLY=this PATH=/usr/bin:/bin ");
}

TEST_CASE("aProgramThatIsNotThereIsAFault")
{
    const auto child = start({.file = "/nowhere/at/all"});
    REQUIRE(!child);
    CHECK(child.fault().code == FaultCode::ChannelBroken);
    CHECK(child.fault().value == ENOENT);
}
