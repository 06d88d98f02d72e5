// SPDX-License-Identifier: Apache-2.0
// madoguchi-tool as a person or a script starts it: arguments, standard input, and what comes back.
#pragma once

#include "foundation/base/UniqueFd.h"
#include "foundation/process/StartProgram.h"

#include <catch2/catch.hpp>

#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <string>
#include <vector>

namespace madoguchi {

struct Ended {
    int code{-1};
    std::string output, errors;
};

/// A file without a name.
class Scratch {
public:
    explicit Scratch(const std::string& text = {}) : fd_{::memfd_create("tool", MFD_CLOEXEC)}
    {
        REQUIRE(::write(fd_.value(), text.data(), text.size()) == static_cast<ssize_t>(text.size()));
        ::lseek(fd_.value(), 0, SEEK_SET);
    }
    [[nodiscard]] int fd() const { return fd_.value(); }
    [[nodiscard]] std::string text() const
    {
        std::string read(static_cast<std::size_t>(::lseek(fd_.value(), 0, SEEK_END)), '\0');
        REQUIRE(::pread(fd_.value(), read.data(), read.size(), 0) == static_cast<ssize_t>(read.size()));
        return read;
    }

private:
    UniqueFd fd_;
};

inline Ended tool(std::vector<std::string> arguments, const std::string& input = {})
{
    const Scratch in{input}, out, err;
    const auto pid = start(
        {.file = MADO_BIN_DIR "/madoguchi-tool",
         .arguments = std::move(arguments),
         .descriptors = {{in.fd(), STDIN_FILENO}, {out.fd(), STDOUT_FILENO}, {err.fd(), STDERR_FILENO}}});
    REQUIRE(pid);
    int status = 0;
    REQUIRE(::waitpid(*pid, &status, 0) == *pid);
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, out.text(), err.text()};
}

} // namespace madoguchi
