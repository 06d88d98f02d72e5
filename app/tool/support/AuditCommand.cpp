// SPDX-License-Identifier: Apache-2.0
#include "tool/support/AuditCommand.h"

#include "services/audit/AuditWords.h"
#include "tool/support/Subcommands.h"

#include <chrono>
#include <iostream>
#include <memory>

namespace madoguchi {

int runAuditVerify(const std::filesystem::path& folder, const std::filesystem::path& publicKey,
                   std::ostream& out, const AuditReader& reader)
{
    const auto started = std::chrono::steady_clock::now();
    const AuditVerdict verdict = verifyAudit(folder, publicKey, reader);
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

int runAuditShow(const std::filesystem::path& folder, const std::filesystem::path& publicKey, bool japanese,
                 std::ostream& out)
{
    const auto language = japanese ? Language::Japanese : Language::English;
    return runAuditVerify(folder, publicKey, out, [&out, language](std::string_view line) {
        out << auditWords(line, language) << '\n';
    });
}

namespace {

struct Question {
    std::filesystem::path folder, publicKey;
    bool japanese{false};
};

CLI::App& addQuestion(CLI::App& audit, Question& question, const char* verb, const char* what)
{
    auto* command = audit.add_subcommand(verb, what);
    command->add_option("FOLDER", question.folder, "The audit folder")->required();
    command->add_option("PUBLICKEY", question.publicKey,
                        "A copy of public.pem that was kept elsewhere; the folder's own proves less");
    return *command;
}

} // namespace

void addAudit(CLI::App& program, Job& chosen)
{
    auto* audit = program.add_subcommand("audit", "Questions to the audit log");
    audit->require_subcommand(1);
    const auto asked = std::make_shared<Question>();
    addQuestion(*audit, *asked, "verify", "Prove that the log is the one that was written")
        .callback([&chosen, asked] {
            chosen = [asked] { return runAuditVerify(asked->folder, asked->publicKey, std::cout); };
        });
    auto& show = addQuestion(*audit, *asked, "show", "Say line by line who did what, then prove it");
    show.add_flag("--ja", asked->japanese, "In Japanese");
    show.callback([&chosen, asked] {
        chosen = [asked] {
            return runAuditShow(asked->folder, asked->publicKey, asked->japanese, std::cout);
        };
    });
}

} // namespace madoguchi
