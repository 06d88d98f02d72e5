// SPDX-License-Identifier: Apache-2.0
#include "tool/support/RulesCommand.h"

#include "tool/support/RuleAnswers.h"
#include "tool/support/Subcommands.h"

#include <iostream>

namespace madoguchi {
namespace {

/// The next line, kept up to one byte beyond the longest question. False when there is none.
bool nextLine(std::istream& in, std::string& line)
{
    line.clear();
    char byte{};
    while (in.get(byte) && byte != '\n')
        if (line.size() <= kLongestQuestion)
            line += byte;
    return in.good() || !line.empty();
}

} // namespace

int runRules(std::istream& questions, std::ostream& answers)
{
    for (std::string line; nextLine(questions, line) && answers;) {
        const bool tooLong = line.size() > kLongestQuestion;
        answers << (tooLong ? R"({"error":"longer than 1 MiB"})" : answerRule(line)) << '\n' << std::flush;
    }
    return answers ? 0 : 1;
}

void addRules(CLI::App& program, Job& chosen)
{
    auto* command = program.add_subcommand("rules", "Answer questions about the rules, one JSON per line");
    command->footer(std::string{kRuleForms});
    command->callback([&chosen] { chosen = [] { return runRules(std::cin, std::cout); }; });
}

} // namespace madoguchi
