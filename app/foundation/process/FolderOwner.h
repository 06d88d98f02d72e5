// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "foundation/base/Result.h"

#include <filesystem>

namespace madoguchi {

/// Root becomes whom `folder` belongs to (or the folder it will be made in), so that what an administrator's
/// command writes there stays readable for the terminal's own user. Anybody else stays who they are. Fault:
/// Internal with errno.
Result<void> becomeOwnerOf(std::filesystem::path folder);

} // namespace madoguchi
