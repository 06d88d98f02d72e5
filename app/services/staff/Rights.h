// SPDX-License-Identifier: Apache-2.0
// Who may do what at a desk: one table. What it does not name nobody may. Medical information is not in it,
// because this terminal never receives any.
#pragma once

#include "domain/status/DeskSession.h"

namespace madoguchi {

[[nodiscard]] bool mayDo(StaffRole role, DeskOperation operation);
[[nodiscard]] std::vector<DeskOperation> rightsOf(StaffRole role);

/// The role's word on the command line and in the staff file: "reception".
[[nodiscard]] std::string_view name(StaffRole role);
[[nodiscard]] std::optional<StaffRole> roleCalled(std::string_view word);

} // namespace madoguchi
