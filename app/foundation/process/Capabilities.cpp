// SPDX-License-Identifier: Apache-2.0
#include "foundation/process/Capabilities.h"

#include <linux/capability.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace madoguchi {

namespace {

constexpr int kWords = _LINUX_CAPABILITY_U32S_3;

} // namespace

bool mayMakeNamespaces()
{
    __user_cap_header_struct self{_LINUX_CAPABILITY_VERSION_3, 0};
    __user_cap_data_struct sets[kWords]{};
    return ::syscall(SYS_capget, &self, sets) == 0 &&
           (sets[CAP_TO_INDEX(CAP_SYS_ADMIN)].effective & CAP_TO_MASK(CAP_SYS_ADMIN)) != 0;
}

bool dropCapabilities()
{
    __user_cap_header_struct self{_LINUX_CAPABILITY_VERSION_3, 0};
    const __user_cap_data_struct none[kWords]{};
    return ::prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL, 0, 0, 0) == 0 &&
           ::syscall(SYS_capset, &self, none) == 0;
}

} // namespace madoguchi
