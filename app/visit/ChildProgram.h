// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/Result.h"

#include <filesystem>
#include <span>
#include <string>
#include <sys/types.h>
#include <vector>

namespace madoguchi {

/// Starts a program of the visit's group. Only `inherited` descriptors reach it, under the same numbers,
/// besides stderr; its arguments never hold personal data. It dies with the group. Fault: ChannelBroken with
/// errno.
Result<pid_t> startProgram(const std::filesystem::path& program, const std::vector<std::string>& arguments,
                           std::span<const int> inherited);

/// The program of ours that lies beside this one.
std::filesystem::path siblingProgram(const std::string& name);

} // namespace madoguchi
