// SPDX-License-Identifier: Apache-2.0
// Between the supervisor, which never holds personal data, and a visit, which does. Nothing here can carry a
// person's name, a number or a text from outside: codes, times and fixed place names only, and the names that
// pcscd gives to card readers.
#pragma once

#include "domain/status/AuditFact.h"
#include "domain/status/StaffOrder.h"
#include "domain/status/VisitStatus.h"
#include "foundation/base/Result.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

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

/// What a visit has found out about a card reader, for the visits after it.
struct ReaderFound {
    std::string reader;             ///< as pcscd calls it: up to kMaxReaderName printable ASCII characters
    std::uint32_t largestAnswer{0}; ///< most bytes that one command may ask for, 256 to 65 536

    friend bool operator==(const ReaderFound&, const ReaderFound&) = default;
};
inline constexpr std::size_t kMaxReaderName = 127;
inline constexpr std::size_t kMaxReaders = 16; ///< pcscd serves no more

using VisitMessage = std::variant<VisitReady, VisitReport, VisitArmed, AuditFact, ReaderFound>;

// Supervisor → visit

/// The spare becomes the active visit.
struct Activate {
    std::string visit;                  ///< 32 hexadecimal digits, random, fresh for each visit
    bool cardLeft{false};               ///< the visit before ended with its card on the reader
    std::vector<ReaderFound> readers{}; ///< what earlier visits have found out
};
struct FactKept {}; ///< the oldest AuditFact not yet answered is on disk
struct FactLost {}; ///< it could not be written
struct Shutdown {}; ///< end now

using SupervisorMessage = std::variant<Activate, FactKept, FactLost, StaffOrder, Shutdown>;

[[nodiscard]] std::string encode(const VisitMessage& message);
[[nodiscard]] Result<VisitMessage> decodeVisitMessage(std::string_view message);

[[nodiscard]] std::string encode(const SupervisorMessage& message);
[[nodiscard]] Result<SupervisorMessage> decodeSupervisorMessage(std::string_view message);

} // namespace madoguchi
