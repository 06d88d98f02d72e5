// SPDX-License-Identifier: Apache-2.0
// People beyond the practice's own, for fitting limits on other faces than those they are tested with. Each
// number gives the same person every time.
#pragma once

#include "drivers/sim/people/Likeness.h"

namespace madoguchi {

/// Every dial drawn between half its ranges around the average, every tint, hair and glasses by chance. Named
/// "invented-NUMBER".
[[nodiscard]] Likeness inventedPerson(std::uint32_t number);

} // namespace madoguchi
