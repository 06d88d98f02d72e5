// SPDX-License-Identifier: Apache-2.0
// The signed statement "line `seq` of this log has hash `hash`". Without it a log that was cut off, or
// written anew from the start, would look whole. A copy of the head kept elsewhere also shows that both were
// replaced.
#pragma once

#include "services/audit/AuditKeys.h"

#include <cstdint>
#include <filesystem>
#include <string>

namespace madoguchi {

struct AuditHead {
    std::uint64_t seq{0};
    std::string hash;
};

Result<void> writeHead(const std::filesystem::path& file, const AuditHead& head, const AuditKey& key);

/// MessageInvalid when it is not a head, or `key` did not sign it.
Result<AuditHead> readHead(const std::filesystem::path& file, const AuditKey& key);

} // namespace madoguchi
