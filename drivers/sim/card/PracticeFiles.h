// SPDX-License-Identifier: Apache-2.0
// Files of the practice folder: read whole with a bound, written whole or not at all.
#pragma once

#include "drivers/sim/card/CardKey.h"
#include "foundation/base/Result.h"
#include "foundation/base/UniqueFd.h"

#include <filesystem>
#include <optional>
#include <string>

namespace madoguchi::sim {

/// Nothing when the file is missing, unreadable or larger than a megabyte.
[[nodiscard]] std::optional<std::string> readSmallFile(const std::filesystem::path& path);

/// Replaces the file at once, readable by its owner only.
[[nodiscard]] Result<void> replaceFile(const std::filesystem::path& path, const std::string& content);

/// Makes the folder and keeps other makers out of it until the result is destroyed.
[[nodiscard]] Result<UniqueFd> lockFolder(const std::filesystem::path& folder);

/// The private key in the file, made and stored when there is none.
[[nodiscard]] Result<CardKey> ensureKey(const std::filesystem::path& path);

} // namespace madoguchi::sim
