// SPDX-License-Identifier: Apache-2.0
// Desk → supervisor: who sits there, and what they want. What the supervisor makes of it travels back with
// the board (DeskSession): the desk shows what it may, and decides nothing. Passwords, codes and PINs exist
// in these messages and in the check, nowhere else.
#pragma once

#include "domain/status/DeskSession.h"
#include "domain/status/StaffOrder.h"
#include "foundation/base/Result.h"

#include <string>
#include <string_view>
#include <variant>

namespace madoguchi {

inline constexpr std::size_t kVisitTagDigits = 8;
inline constexpr std::size_t kMaxPassword = 128;
inline constexpr std::size_t kMaxStaffCode = 8;

struct DeskOrder {
    std::string tag; ///< of the row: the first eight digits of the visit's random number
    StaffOrder order{StaffOrder::OpenPane};
};
struct SignIn {
    std::string name, password;
    std::string code; ///< of the second factor; empty where none is asked for
};
struct Unlock {
    std::string pin;
};
struct LockDesk {};
struct SignOut {};
struct StillHere {}; ///< somebody works here: the lock is put off
struct ReleaseStaff {
    std::string name;
};

using DeskMessage = std::variant<DeskOrder, SignIn, Unlock, LockDesk, SignOut, StillHere, ReleaseStaff>;

[[nodiscard]] std::string encode(const DeskMessage& message);
[[nodiscard]] Result<DeskMessage> decodeDeskMessage(std::string_view message);

} // namespace madoguchi
