// SPDX-License-Identifier: Apache-2.0
#include "foundation/process/ProcessLimits.h"

#include <sys/resource.h>

#include <algorithm>
#include <cerrno>

namespace madoguchi {

namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kShadowMemory = true;
#else
constexpr bool kShadowMemory = false;
#endif

/// What a parent has forbidden stays so; 0 limits nothing.
bool limit(__rlimit_resource resource, rlim_t most, bool forGood)
{
    rlimit now{};
    if (most == 0)
        return true;
    if (::getrlimit(resource, &now) != 0)
        return false;
    now.rlim_cur = std::min(now.rlim_max, most);
    if (forGood)
        now.rlim_max = now.rlim_cur;
    return ::setrlimit(resource, &now) == 0;
}

} // namespace

Result<void> limitProcess(const ProcessLimits& limits)
{
    const bool forGood = !limits.startsOthers;
    const auto seconds = static_cast<rlim_t>(limits.processor.count());
    const bool limited = limit(RLIMIT_DATA, kShadowMemory ? 0 : limits.memory, forGood) &&
                         limit(RLIMIT_CPU, seconds, forGood) &&
                         limit(RLIMIT_NOFILE, limits.openFiles, forGood) &&
                         limit(RLIMIT_FSIZE, limits.fileSize, forGood);
    if (!limited)
        return Fault{FaultCode::Internal, FaultSpace::Errno, errno, "process/limits"};
    return {};
}

} // namespace madoguchi
