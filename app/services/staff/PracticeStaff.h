// SPDX-License-Identifier: Apache-2.0
// The staff of a practice terminal, one for each role. Their password is known to everybody, so nothing but a
// practice folder may ever hold them.
#pragma once

#include "services/staff/StaffBook.h"

namespace madoguchi {

inline constexpr const char* kPracticePassword = "madoguchi-renshu";
inline constexpr const char* kPracticePin = "2580";

/// "uketsuke", "yakuzaishi", "ishi", "kanri".
[[nodiscard]] const char* practiceName(StaffRole role);

/// Hashes that cost next to nothing: there is nothing to guard.
[[nodiscard]] StaffBook::Rules practiceRules();

/// Adds whoever is missing.
[[nodiscard]] Result<void> hirePracticeStaff(const std::filesystem::path& folder);

} // namespace madoguchi
