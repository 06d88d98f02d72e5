// SPDX-License-Identifier: Apache-2.0
// How a folder of pictures is played. A file "loop-from": the number of the picture with which the endless
// part begins; what stands before it, somebody stepping up to the desk, is seen once. A file "hold": for how
// many camera frames each picture stays.
#pragma once

#include "foundation/base/Result.h"

#include <filesystem>

namespace madoguchi {

struct LoopMark {
    int loopFrom{0};
    int hold{1};
};

[[nodiscard]] Result<void> writeLoopMark(const std::filesystem::path& folder, const LoopMark& mark);

/// What is absent or makes no sense (a loop behind the last picture, a hold of more than a second) is as
/// without a mark.
[[nodiscard]] LoopMark readLoopMark(const std::filesystem::path& folder, int pictures);

} // namespace madoguchi
