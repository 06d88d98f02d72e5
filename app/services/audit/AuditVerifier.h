// SPDX-License-Identifier: Apache-2.0
// Proves that a log is the one that was written: no line changed, none missing, none moved, and none cut off
// behind the signed head. Lines after the head are chained but not yet vouched for; their number is told.
#pragma once

#include "services/audit/AuditHead.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string_view>

namespace madoguchi {

enum class AuditFlaw : std::uint8_t {
    None,
    Unreadable,    ///< the file cannot be read
    LineBroken,    ///< not a line of a log
    ChainBroken,   ///< its hash does not follow from the line before: changed, missing or moved
    HeadMissing,   ///< lines, but no head
    HeadUntrusted, ///< not signed by the key
    CutOff,        ///< the log ends before its head
    HeadMismatch,  ///< the head vouches for another line
};

/// For people.
[[nodiscard]] std::string_view name(AuditFlaw flaw);

struct AuditVerdict {
    AuditFlaw flaw{AuditFlaw::None};
    std::uint64_t line{0};  ///< the first that is wrong, from 1; 0 = none in particular
    std::uint64_t lines{0}; ///< that hold together from the start
    std::uint64_t unsignedLines{0};
    bool torn{false}; ///< the last line has no end: a power cut; the next start removes it
    std::string lastHash;

    [[nodiscard]] bool sound() const { return flaw == AuditFlaw::None; }
};

/// Is handed each line that holds together with all before it, without its newline.
using AuditReader = std::function<void(std::string_view line)>;

/// The chain alone, against `head` when there is one.
[[nodiscard]] AuditVerdict verifyChain(const std::filesystem::path& log, const std::optional<AuditHead>& head,
                                       const AuditReader& reader = {});

/// Everything in an audit folder. `publicKey`: the copy kept elsewhere; the folder's own when empty, which
/// then proves less.
[[nodiscard]] AuditVerdict verifyAudit(const std::filesystem::path& folder,
                                       const std::filesystem::path& publicKey = {},
                                       const AuditReader& reader = {});

} // namespace madoguchi
