// SPDX-License-Identifier: Apache-2.0
#include "foundation/process/GroupInit.h"

#include <linux/close_range.h>
#include <sys/prctl.h>
#include <sys/wait.h>

#include <cerrno>
#include <climits>
#include <csignal>

#include <unistd.h>

namespace madoguchi {

namespace {

/// Reaps whoever loses their parent within the group; ends with the visit. Its own end is the group's.
[[noreturn]] void watchOver(pid_t visit)
{
    ::close_range(0, UINT_MAX, 0); // the channel's end belongs to the visit alone
    for (;;) {
        const pid_t ended = ::waitpid(-1, nullptr, 0);
        if (ended == visit || (ended < 0 && errno != EINTR))
            ::_exit(0);
    }
}

} // namespace

Result<void> leadGroup()
{
    if (::getpid() != 1)
        return {};
    if (const auto bound = dieWithParent(); !bound)
        return bound;
    const pid_t visit = ::fork();
    if (visit < 0)
        return Fault{FaultCode::Internal, FaultSpace::Errno, errno, "process/leadGroup"};
    if (visit > 0)
        watchOver(visit);
    return {};
}

Result<void> dieWithParent()
{
    if (::prctl(PR_SET_PDEATHSIG, SIGKILL) != 0)
        return Fault{FaultCode::Internal, FaultSpace::Errno, errno, "process/dieWithParent"};
    return {};
}

} // namespace madoguchi
