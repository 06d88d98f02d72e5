// SPDX-License-Identifier: Apache-2.0
#include "tool/AuditCommand.h"

#include "audit/AuditVerifier.h"
#include "tool/Subcommands.h"

#include <chrono>
#include <iostream>
#include <memory>

namespace madoguchi {

int runAuditVerify(const std::filesystem::path& folder, const std::filesystem::path& publicKey,
                   std::ostream& out)
{
    const auto started = std::chrono::steady_clock::now();
    const AuditVerdict verdict = verifyAudit(folder, publicKey);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - started;
    out << name(verdict.flaw);
    if (verdict.line != 0)
        out << " at line " << verdict.line;
    out << "; " << verdict.lines << " lines hold together, " << verdict.unsignedLines
        << " of them not yet signed";
    if (verdict.torn)
        out << "; the last line is torn and will be removed at the next start";
    if (verdict.lines != 0)
        out << "; " << static_cast<std::uint64_t>(static_cast<double>(verdict.lines) / took.count())
            << " lines a second";
    out << '\n';
    return verdict.sound() ? 0 : 1;
}

void addAudit(CLI::App& program, Job& chosen)
{
    struct Question {
        std::filesystem::path folder, publicKey;
    };
    auto* audit = program.add_subcommand("audit", "Questions to the audit log");
    audit->require_subcommand(1);
    auto* verify = audit->add_subcommand("verify", "Prove that the log is the one that was written");
    const auto question = std::make_shared<Question>();
    verify->add_option("FOLDER", question->folder, "The audit folder")->required();
    verify->add_option("PUBLICKEY", question->publicKey,
                       "A copy of public.pem that was kept elsewhere; the folder's own proves less");
    verify->callback([&chosen, question] {
        chosen = [question] { return runAuditVerify(question->folder, question->publicKey, std::cout); };
    });
}

} // namespace madoguchi
