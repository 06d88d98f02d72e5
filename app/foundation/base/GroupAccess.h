// SPDX-License-Identifier: Apache-2.0
// Files that another program's user takes away: what they may do with them is a group's business, not the
// umask's.
#pragma once

#include "foundation/base/Result.h"

#include <string>

#include <sys/types.h>

namespace madoguchi {

/// The number of the group of this name. Fault: SettingsInvalid when nobody has heard of it.
Result<gid_t> groupNumber(const std::string& name);

/// Lets members of `group` read and write the open file, and nobody else but its owner, whatever the umask;
/// an empty name leaves it to the group it has. 0 or an errno: ENOENT for an unknown group, EPERM where we
/// are no member of it.
[[nodiscard]] int giveToGroup(int file, const std::string& group);

} // namespace madoguchi
