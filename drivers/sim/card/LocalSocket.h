// SPDX-License-Identifier: Apache-2.0
// Stream sockets by path, as the practice programs find each other in the practice folder. Invalid on
// failure, with errno saying why. Paths may be longer than a socket address holds: they are reached through
// their folder.
#pragma once

#include "foundation/base/UniqueFd.h"

#include <filesystem>

namespace madoguchi::sim {

[[nodiscard]] UniqueFd connectLocal(const std::filesystem::path& path);

/// Replaces a left-over socket of that name; only its owner may connect.
[[nodiscard]] UniqueFd listenLocal(const std::filesystem::path& path);

} // namespace madoguchi::sim
