// SPDX-License-Identifier: Apache-2.0
// What the audit log can say. A visit states facts about itself; the rest is the supervisor's to say.
#pragma once

#include "domain/status/Method.h"
#include "foundation/base/Fault.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace madoguchi {

enum class AuditAct : std::uint8_t {
    // said by a visit
    CardRead,
    IdentityProven, ///< with its method
    ConsentAnswered,
    FirstUseRegistered,
    CentralAsked,
    HandedOver,
    StaffLooked,     ///< 目視: staff confirmed or declined
    RequestAnswered, ///< one of the receipt computer's, from its folder
    PaneOpened,
    PagePrinted, ///< with its kind; said before the page goes to the spooler, which may still refuse it
    // said by the supervisor
    VisitBegun,
    VisitEnded,
    VisitKilled, ///< the second timer had to end it
    StaffOrdered,
    TerminalStarted,
    TerminalStopped,
    LogRecovered, ///< a line that a power cut had torn was removed
    LogReplaced,  ///< the log before this one does not hold together; it was set aside
    StaffSignedIn,
    StaffSignInFailed,
    StaffSignedOut,
    StaffReleased,      ///< an administrator let a colleague try again
    StaffRefused,       ///< somebody wanted what their role may not do
    StaffEmergencyUsed, ///< a code of the sealed envelope stood in for the second factor
};
/// What staff can have on paper.
enum class PageKind : std::uint8_t {
    QualificationSheet, ///< 資格確認結果: the central system's answer
};
inline constexpr std::size_t kPageKindCount = static_cast<std::size_t>(PageKind::QualificationSheet) + 1;

/// The kind's name in the log.
[[nodiscard]] constexpr std::string_view name(PageKind page)
{
    constexpr std::array<std::string_view, kPageKindCount> kNames{"qualification-sheet"};
    return kNames[static_cast<std::size_t>(page)];
}

inline constexpr AuditAct kLastVisitAct = AuditAct::PagePrinted;
inline constexpr std::size_t kAuditActCount = static_cast<std::size_t>(AuditAct::StaffEmergencyUsed) + 1;

/// The act's name in the log.
[[nodiscard]] constexpr std::string_view name(AuditAct act)
{
    constexpr std::array<std::string_view, kAuditActCount> kNames{
        "CardRead",        "IdentityProven", "ConsentAnswered", "FirstUseRegistered", "CentralAsked",
        "HandedOver",      "StaffLooked",    "RequestAnswered", "PaneOpened",         "PagePrinted",
        "VisitBegun",      "VisitEnded",     "VisitKilled",     "StaffOrdered",       "TerminalStarted",
        "TerminalStopped", "LogRecovered",   "LogReplaced",     "StaffSignedIn",      "StaffSignInFailed",
        "StaffSignedOut",  "StaffReleased",  "StaffRefused",    "StaffEmergencyUsed"};
    return kNames[static_cast<std::size_t>(act)];
}

/// A fact to be kept before the visit goes on: the supervisor answers FactKept once it is on disk,
/// FactLost when it cannot be written.
struct AuditFact {
    AuditAct act{AuditAct::CardRead}; ///< up to kLastVisitAct
    std::optional<Method> method{};
    std::optional<FaultCode> fault{}; ///< absent = it succeeded
    std::optional<PageKind> page{};   ///< of PagePrinted
};

} // namespace madoguchi
