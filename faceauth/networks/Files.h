// SPDX-License-Identifier: Apache-2.0
// Reading a file of bounded size, and its hash.
#pragma once

#include "foundation/base/Bytes.h"
#include "foundation/base/Result.h"

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>

namespace madoguchi {

inline constexpr std::size_t kMostModelBytes = 64 << 20;

/// The whole file. FaceModelMissing when it cannot be read or is larger than `most` bytes.
[[nodiscard]] Result<Bytes> readModelFile(const std::filesystem::path& file, std::size_t most);

/// Lower-case hexadecimal SHA-256.
[[nodiscard]] std::string sha256(std::span<const std::uint8_t> bytes);

} // namespace madoguchi
