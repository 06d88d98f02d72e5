// SPDX-License-Identifier: Apache-2.0
// Who sits at a desk, what they may do there, and why what they wanted had no effect.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace madoguchi {

enum class StaffRole : std::uint8_t { Reception, Pharmacist, Doctor, Administrator };
inline constexpr std::size_t kStaffRoleCount = static_cast<std::size_t>(StaffRole::Administrator) + 1;

/// What can be done at a desk. Who may is in staff/Rights.h, and only the supervisor looks there.
enum class DeskOperation : std::uint8_t {
    SeeBoard, ///< the rows: today's visits
    OpenPane, ///< one patient's window: qualification, look by eye, typed numbers
    EndVisit,
    ReleaseStaff, ///< lets a colleague try again who has used up all tries
};
inline constexpr std::size_t kDeskOperationCount = static_cast<std::size_t>(DeskOperation::ReleaseStaff) + 1;

enum class SessionState : std::uint8_t {
    SignedOut,
    Checking, ///< a password is being checked
    Locked,   ///< signed in, away: the PIN brings the board back
    Open,
};

/// Why the desk's last message had no effect. Says the same about a name that is wrong and one that nobody
/// has.
enum class DeskProblem : std::uint8_t {
    None,
    SignInWrong,      ///< name, password or code
    SignInWait,       ///< too many failures; see waitSeconds
    SignInBlocked,    ///< so many that an administrator has to release the name
    SignInImpossible, ///< the staff file cannot be read or written
    PinWrong,
    SessionOver, ///< twelve hours, or too many wrong PINs: sign in anew
    NotAllowed,  ///< the role may not do this
};

struct DeskSession {
    SessionState state{SessionState::SignedOut};
    std::string staff{}; ///< the sign-in name; empty while signed out
    std::optional<StaffRole> role{};
    bool pinSet{false};               ///< else only a new sign-in unlocks
    std::vector<DeskOperation> may{}; ///< now
    DeskProblem problem{DeskProblem::None};
    int waitSeconds{0};

    friend bool operator==(const DeskSession&, const DeskSession&) = default;
};

inline constexpr std::size_t kMaxStaffName = 32;

} // namespace madoguchi
