// SPDX-License-Identifier: Apache-2.0
// One line of the log. Fields are separated by one tab and the line ends with a newline:
//   seq  boot  wall  terminal  actor  act  method  object  result  hash
// actor is terminal, patient or staff; staff who are signed in are "staff:reception:0123456789ab", their role
// and a keyed hash of their sign-in name. seq counts from 1; boot is milliseconds since boot, so that order
// and distance survive a clock that was set; wall is UTC as 2026-04-01T09:00:00Z; method tells how a person
// was proven, or which kind of page was printed; method, object and result may be "-"; result is "ok" or the
// support code of a fault; hash is SHA-256 over the hash of the line before (64 zeros for the first) followed
// by this line up to and including the tab before its own hash.
#pragma once

#include "domain/status/AuditFact.h"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace madoguchi {

/// Who acted.
enum class AuditActor : std::uint8_t { Terminal, Patient, Staff };

struct AuditRecord {
    std::uint64_t seq{0};
    std::chrono::milliseconds boot{};
    std::chrono::sys_seconds wall{};
    std::string terminal{};
    AuditActor actor{AuditActor::Terminal};
    std::string
        person{}; ///< role and keyed hash of a member of staff, "reception:0123456789ab"; empty = not known
    AuditAct act{AuditAct::TerminalStarted};
    std::optional<Method> method{};
    std::optional<PageKind> page{};   ///< stands in the place of the method
    std::string object{};             ///< keyed hash of the visit, 32 hexadecimal digits; empty = none
    std::optional<FaultCode> fault{}; ///< absent = ok
};

/// The hash "before" the first line.
inline constexpr std::string_view kFirstHash =
    "0000000000000000000000000000000000000000000000000000000000000000";
inline constexpr std::size_t kMaxAuditLine = 512;

/// The whole line with its newline; `before` is the hash of the line before.
[[nodiscard]] std::string auditLine(const AuditRecord& record, std::string_view before);

/// What the chain needs of a line (without its newline): nothing when it is not a line of ours.
struct AuditLink {
    std::uint64_t seq{0};
    std::string_view body; ///< everything the hash covers of this line
    std::string_view hash;
};
[[nodiscard]] std::optional<AuditLink> auditLink(std::string_view line);

} // namespace madoguchi
