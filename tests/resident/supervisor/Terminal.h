// SPDX-License-Identifier: Apache-2.0
// A whole terminal in a folder of its own: the real supervisor, the test visit in the place of the real one,
// and a desk that is connected to it. Waits for what happens, never for time; ten seconds without it fail the
// test.
#pragma once

#include "domain/status/StaffOrder.h"
#include "formats/status/BoardMessages.h"
#include "formats/status/DeskMessages.h"
#include "foundation/line/Channel.h"

#include <sys/types.h>

#include <chrono>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace madoguchi {

class Terminal {
public:
    explicit Terminal(const std::string& behaviour, std::vector<std::string> options = {});
    ~Terminal();
    Terminal(const Terminal&) = delete;
    Terminal& operator=(const Terminal&) = delete;

    using Condition = std::function<bool(const BoardSnapshot&)>;
    /// The first board, from now on, that meets the condition.
    BoardSnapshot waitFor(const Condition& condition);
    /// A visit active, the next one warm.
    BoardSnapshot waitUntilReady();
    /// To the active visit.
    void order(StaffOrder order);
    /// The patient comes, and the visit says so.
    BoardSnapshot begin();

    void behave(const std::string& behaviour) const; ///< of groups that start from now on
    void signal(int number) const;
    int waitForExit();
    /// Ends the supervisor by a signal and starts it again; nobody is signed in then.
    void restart(int number);
    /// Until the log says `words` so often.
    void waitForLog(const std::string& words, int times) const;

    [[nodiscard]] pid_t pid() const { return pid_; }
    [[nodiscard]] std::filesystem::path file(const std::string& name) const { return folder_ / name; }
    [[nodiscard]] std::string contents(const std::string& name) const;

private:
    void layOut(const std::string& behaviour) const;
    void start(const std::vector<std::string>& options);
    void connect();
    void lookUntil(const std::function<bool()>& seen) const;

    std::filesystem::path folder_;
    pid_t pid_{-1};
    UniqueFd pidFd_;
    Channel desk_;
    BoardSnapshot last_;
};

/// A process of the machine that is waited for.
struct WatchedProcess {
    pid_t pid{-1};
    UniqueFd pidFd;
};

/// Everybody below `root`, by their number outside the group.
std::vector<WatchedProcess> descendants(pid_t root);

/// Waits until all have ended; false when one has not within `limit`.
bool allEnded(const std::vector<WatchedProcess>& processes, std::chrono::milliseconds limit);

} // namespace madoguchi
