// SPDX-License-Identifier: Apache-2.0
// What staff can order at the desk.
#pragma once

#include <cstdint>

namespace madoguchi {

/// What staff can ask for at the desk. What needs their eyes or typing happens in the pane, inside the group.
enum class StaffOrder : std::uint8_t {
    OpenPane,   ///< see this patient, look at them, or type when there is no card
    EndVisit,   ///< the patient has left
    TypeNumber, ///< somebody without a card: the pane, ready for symbol and number
};

} // namespace madoguchi
