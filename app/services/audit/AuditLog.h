// SPDX-License-Identifier: Apache-2.0
// Writes the log. One process at a time (the supervisor): the file is locked.
#pragma once

#include "domain/status/Method.h"
#include "foundation/base/Clock.h"
#include "foundation/base/Result.h"
#include "foundation/base/UniqueFd.h"
#include "services/audit/AuditHead.h"
#include "services/audit/AuditKeys.h"
#include "services/audit/AuditRecord.h"

namespace madoguchi {

/// What is to be said; the log adds number, times and terminal.
struct AuditEntry {
    AuditActor actor{AuditActor::Terminal};
    AuditAct act{AuditAct::TerminalStarted};
    std::optional<Method> method{};
    std::optional<PageKind> page{};
    std::string visit{}; ///< its random number; only a keyed hash of it is written
    std::optional<FaultCode> fault{};
    std::string staff{};     ///< who, when staff acted; only a keyed hash of it is written
    std::string_view role{}; ///< and as what
};

class AuditLog {
public:
    /// Opens `folder` (made 0700 when missing). A line torn by a power cut is removed and that is logged; a
    /// log that does not hold together up to its signed head is set aside under another name, and the new one
    /// begins by saying so.
    static Result<AuditLog> open(const std::filesystem::path& folder, std::string terminal, int headEvery,
                                 const Clock& clock);

    AuditLog(AuditLog&&) noexcept = default;
    AuditLog& operator=(AuditLog&&) noexcept = default;
    ~AuditLog() = default;

    /// On disk when it returns without a fault. After a fault the log is as it was before.
    Result<void> append(const AuditEntry& entry);

    /// Signs the newest line; also done after every `headEvery` lines. Call it before the end.
    Result<void> signHead();

    [[nodiscard]] std::uint64_t lines() const { return last_.seq; }

private:
    AuditLog(std::filesystem::path folder, std::string terminal, int headEvery, const Clock& clock,
             AuditKeys keys, UniqueFd file, AuditHead last);
    Result<void> writeLine(std::string_view line);

    std::filesystem::path folder_;
    std::string terminal_;
    std::uint64_t headEvery_;
    const Clock* clock_;
    AuditKeys keys_;
    UniqueFd file_;
    AuditHead last_; ///< the newest line
    std::uint64_t signedSeq_{0};
};

inline constexpr const char* kAuditLogName = "audit.log";
inline constexpr const char* kAuditHeadName = "audit.head";
inline constexpr const char* kAuditPublicKeyName = "public.pem";

} // namespace madoguchi
