// SPDX-License-Identifier: Apache-2.0
// madoguchi-tool audit: is this log the one that was written, and what does it say?
#pragma once

#include "services/audit/AuditVerifier.h"

#include <iosfwd>

namespace madoguchi {

/// Says what it found in one line, and how fast. Returns the exit code: 0 sound, 1 not. `publicKey`: a copy
/// of public.pem that was kept elsewhere; empty takes the folder's own.
int runAuditVerify(const std::filesystem::path& folder, const std::filesystem::path& publicKey,
                   std::ostream& out, const AuditReader& reader = {});

/// The same after each line that holds together, in words.
int runAuditShow(const std::filesystem::path& folder, const std::filesystem::path& publicKey, bool japanese,
                 std::ostream& out);

} // namespace madoguchi
