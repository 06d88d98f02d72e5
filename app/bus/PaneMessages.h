// SPDX-License-Identifier: Apache-2.0
// Visit → pane: what staff see of this one patient. Pane → visit: what staff did. Both ends belong to the
// visit's group, so a masked name may travel here, and 照合番号B in the other direction.
#pragma once

#include "core/Result.h"
#include "core/VisitRunner.h"

#include <string>
#include <string_view>

namespace madoguchi {

struct PaneView {
    VisitStatus status;
    std::string maskedName{}; ///< as on the patient's screen; empty until the central system has answered
    bool practice{false};

    friend bool operator==(const PaneView&, const PaneView&) = default;
};

[[nodiscard]] std::string encode(const PaneView& view);
[[nodiscard]] Result<PaneView> decodePaneView(std::string_view message);

[[nodiscard]] std::string encode(const StaffInput& input);
[[nodiscard]] Result<StaffInput> decodeStaffInput(std::string_view message);

} // namespace madoguchi
