// SPDX-License-Identifier: Apache-2.0
// The practice's list of booked patients, as if the receipt computer had asked for it last evening: one of
// each kind, so that every flag of the board is seen.
#pragma once

#include "drivers/sim/personas/Persona.h"
#include "foundation/base/Result.h"

#include <filesystem>
#include <vector>

namespace madoguchi {

/// Writes OQSmuquc02res_practice.xml into `folder`, about those of `people` it books.
[[nodiscard]] Result<void> writeReservationList(const std::filesystem::path& folder,
                                                const std::vector<Persona>& people,
                                                std::chrono::sys_seconds now);

} // namespace madoguchi
