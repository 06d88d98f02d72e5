// SPDX-License-Identifier: Apache-2.0
// Between the supervisor, which never holds personal data, and a visit, which does. Nothing here can carry a
// name, a number or a text from outside: codes, times and fixed place names only.
#pragma once

#include "bus/AuditFact.h"
#include "core/Result.h"
#include "core/VisitStatus.h"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace madoguchi {

// Visit → supervisor

/// The group is warm: screens drawn, models loaded, ready to become the active one.
struct VisitReady {};

/// Where the visit stands now. Sent at each change, and once right after Activate with Stage::Idle.
struct VisitReport {
    VisitStatus status;
    std::chrono::milliseconds since{}; ///< CLOCK_BOOTTIME at which it became so
};

/// The visit's own kernel timer is armed: personal data may be there from now on, and no later than `cap`
/// from now the group is gone. The supervisor's second timer starts here.
struct VisitArmed {
    std::chrono::milliseconds cap{};
};

using VisitMessage = std::variant<VisitReady, VisitReport, VisitArmed, AuditFact>;

// Supervisor → visit

/// The spare becomes the active visit.
struct Activate {
    std::string visit;    ///< 32 hexadecimal digits, random, fresh for each visit
    bool cardLeft{false}; ///< the visit before ended with its card on the reader
};
struct FactKept {}; ///< the oldest AuditFact not yet answered is on disk
struct Shutdown {}; ///< end now

/// What staff can ask for at the desk. What needs their eyes or typing happens in the pane, inside the group.
enum class StaffOrder : std::uint8_t {
    OpenPane, ///< see this patient, look at them, or type when there is no card
    EndVisit, ///< the patient has left
};

using SupervisorMessage = std::variant<Activate, FactKept, StaffOrder, Shutdown>;

[[nodiscard]] std::string encode(const VisitMessage& message);
[[nodiscard]] Result<VisitMessage> decodeVisitMessage(std::string_view message);

[[nodiscard]] std::string encode(const SupervisorMessage& message);
[[nodiscard]] Result<SupervisorMessage> decodeSupervisorMessage(std::string_view message);

} // namespace madoguchi
