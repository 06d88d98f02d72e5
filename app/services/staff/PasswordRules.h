// SPDX-License-Identifier: Apache-2.0
// What is refused as a password, PIN or name before it is kept.
#pragma once

#include <string_view>

namespace madoguchi {

enum class StaffEdit {
    Done,
    NameInvalid, ///< 1 to 32 of a-z 0-9 . - _
    NameTaken,
    NobodyCalled,
    PasswordShort,  ///< fewer than 13 characters, or more than 128 bytes
    PasswordCommon, ///< on everybody's list, holds the name, or repeats a few characters
    PinInvalid,     ///< not 4 to 8 digits, all the same, or counting
    TooMany,
};

[[nodiscard]] bool goodStaffName(std::string_view name);
[[nodiscard]] StaffEdit judgePassword(std::string_view password, std::string_view name);
[[nodiscard]] StaffEdit judgePin(std::string_view pin);

/// One sentence for the command line.
[[nodiscard]] std::string_view words(StaffEdit edit);

} // namespace madoguchi
