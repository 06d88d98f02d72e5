// SPDX-License-Identifier: Apache-2.0
// Work done in a process of its own, so that it may be starved, refused or killed. Work returns an exit code;
// the codes of this header tell a Fault from success and from a test that could not be set up.
#pragma once

#include "foundation/base/Result.h"

#include <filesystem>
#include <functional>
#include <initializer_list>
#include <optional>
#include <string>

namespace madoguchi::child {

using Work = std::function<int()>;

inline constexpr int kDelivered = 0;
inline constexpr int kSetUpFailed = 120; ///< no namespace, no mount: the test must fail, not pass

template<typename T>
int exitCode(const Result<T>& result)
{
    return result ? kDelivered : 1 + static_cast<int>(result.fault().code);
}

inline int exitCode(FaultCode code)
{
    return 1 + static_cast<int>(code);
}

/// Runs `work` to its end. -1 if a signal ended it.
int run(const Work& work);

/// Runs `work` and calls `atStop` at its `stop`-th stop before or after a system call, counted from 1;
/// nothing if it ended before. `atStop` may kill it (it is given the pid). Returns the exit code, -1 if a
/// signal ended it.
std::optional<int> runTo(int stop, const Work& work, const std::function<void(int pid)>& atStop);

// --- for the child to call; each ends it with kSetUpFailed if it cannot be had
// --------------------------------

/// A mount namespace of its own, with root's rights in it.
void enterNamespace();
void mountTmpfs(const std::filesystem::path& path, const std::string& options);
void makeReadOnly(const std::filesystem::path& path);

/// Gives up root, if the test runs as root: permissions mean nothing to root.
void becomeNobody();

struct Refusal {
    long call;        ///< SYS_…
    int error;        ///< what it fails with from now on
    int argument{-1}; ///< only if this argument …
    unsigned bits{0}; ///< … has one of these bits
};

/// The kernel refuses these system calls to this process from now on.
void refuse(std::initializer_list<Refusal> refusals);

} // namespace madoguchi::child
