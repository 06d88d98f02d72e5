// SPDX-License-Identifier: Apache-2.0
// A folder of pictures may hold a file "loop-from": the number of the picture with which the endless part
// begins. What stands before it, somebody stepping up to the desk, is seen once.
#pragma once

#include "core/Result.h"

#include <filesystem>

namespace madoguchi {

[[nodiscard]] Result<void> writeLoopMark(const std::filesystem::path& folder, int loopFrom);

/// 0 without a mark, or with one that is not a number below `pictures`.
[[nodiscard]] int readLoopMark(const std::filesystem::path& folder, int pictures);

} // namespace madoguchi
