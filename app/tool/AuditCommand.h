// SPDX-License-Identifier: Apache-2.0
// madoguchi-tool audit: is this log the one that was written?
#pragma once

#include <filesystem>
#include <iosfwd>

namespace madoguchi {

/// Says what it found in one line, and how fast. Returns the exit code: 0 sound, 1 not. `publicKey`: a copy
/// of public.pem that was kept elsewhere; empty takes the folder's own.
int runAuditVerify(const std::filesystem::path& folder, const std::filesystem::path& publicKey,
                   std::ostream& out);

} // namespace madoguchi
