// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "foundation/base/Result.h"

#include <filesystem>

#include <sys/socket.h>
#include <sys/un.h>

namespace madoguchi {

/// A path as the kernel wants to have it. SettingsInvalid when it is too long for that.
Result<sockaddr_un> socketAddress(const std::filesystem::path& socket);

} // namespace madoguchi
