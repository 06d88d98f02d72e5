// SPDX-License-Identifier: Apache-2.0
// One patient's program: puts ports, front ends and the supervisor's line around a VisitRunner and runs it
// until the group is erased.
#pragma once

#include "services/settings/Settings.h"

namespace madoguchi {

/// `channel`: the supervisor's line, as a descriptor number. Returns the program's exit code; a visit that
/// ran to its end does not return.
int runVisit(int channel, const Settings& settings);

} // namespace madoguchi
