// SPDX-License-Identifier: Apache-2.0
// Files that are either wholly there or not, also after a power cut.
#pragma once

#include "foundation/base/Result.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace madoguchi {

/// Replaces `file` as a whole: written beside it with mode 0600, fsynced, renamed, folder fsynced.
Result<void> writeDurably(const std::filesystem::path& file, std::string_view contents);

/// The whole file. MessageInvalid when it is larger than `maxBytes`.
Result<std::string> readBounded(const std::filesystem::path& file, std::size_t maxBytes);

/// Makes what happened to the names in `folder` durable.
Result<void> syncFolder(const std::filesystem::path& folder);

/// Writes all of `bytes`, or says why not.
Result<void> writeAll(int fd, std::string_view bytes);

} // namespace madoguchi
