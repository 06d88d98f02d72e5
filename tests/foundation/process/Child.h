// SPDX-License-Identifier: Apache-2.0
// A forked child whose end is waited for with a time limit.
#pragma once

#include "foundation/base/UniqueFd.h"

#include <poll.h>
#include <sys/syscall.h>
#include <sys/wait.h>

#include <catch2/catch.hpp>

#include <chrono>
#include <csignal>
#include <functional>

namespace madoguchi {

class Child {
public:
    /// Runs `body` in a child, which ends with its return value.
    explicit Child(const std::function<int()>& body) : pid_{::fork()}
    {
        if (pid_ == 0)
            ::_exit(body());
        REQUIRE(pid_ > 0);
        pidFd_ = UniqueFd{static_cast<int>(::syscall(SYS_pidfd_open, pid_, 0))};
    }
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;
    ~Child()
    {
        if (pid_ <= 0)
            return;
        ::kill(pid_, SIGKILL);
        ::waitpid(pid_, nullptr, 0);
    }

    [[nodiscard]] pid_t pid() const { return pid_; }

    /// The wait status once the child has ended; fails the test when it has not within `limit`.
    int waitForEnd(std::chrono::milliseconds limit = std::chrono::seconds{10})
    {
        pollfd waited{pidFd_.value(), POLLIN, 0};
        REQUIRE(::poll(&waited, 1, static_cast<int>(limit.count())) == 1);
        int status = 0;
        REQUIRE(::waitpid(pid_, &status, 0) == pid_);
        pid_ = -1;
        return status;
    }

private:
    pid_t pid_{-1};
    UniqueFd pidFd_;
};

} // namespace madoguchi
