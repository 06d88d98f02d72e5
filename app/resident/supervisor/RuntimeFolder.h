// SPDX-License-Identifier: Apache-2.0
// The folder of the terminal's local sockets: ours, and closed to everybody else.
#pragma once

#include "foundation/base/Result.h"

#include <filesystem>

namespace madoguchi {

/// Makes it with mode 0700. SettingsInvalid when something there belongs to another user, is a symbolic link
/// or is open to others: whoever can write there could stand in for the supervisor.
Result<void> prepareRuntimeFolder(const std::filesystem::path& folder);

} // namespace madoguchi
