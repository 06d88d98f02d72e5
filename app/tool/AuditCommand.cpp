// SPDX-License-Identifier: Apache-2.0
#include "tool/AuditCommand.h"

#include "audit/AuditVerifier.h"

#include <ostream>

namespace madoguchi {

int runAuditVerify(const std::filesystem::path& folder, const std::filesystem::path& publicKey,
                   std::ostream& out)
{
    const AuditVerdict verdict = verifyAudit(folder, publicKey);
    out << name(verdict.flaw);
    if (verdict.line != 0)
        out << " at line " << verdict.line;
    out << "; " << verdict.lines << " lines hold together, " << verdict.unsignedLines
        << " of them not yet signed";
    if (verdict.torn)
        out << "; the last line is torn and will be removed at the next start";
    out << '\n';
    return verdict.sound() ? 0 : 1;
}

} // namespace madoguchi
