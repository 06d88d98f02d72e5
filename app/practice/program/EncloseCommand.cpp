// SPDX-License-Identifier: Apache-2.0
// madoguchi-practice enclose -- CMD ARGS...
#include "practice/enclosure/Enclosure.h"
#include "practice/program/PracticeCommands.h"

#include <cerrno>
#include <cstring>
#include <memory>
#include <string>
#include <unistd.h>
#include <vector>

namespace madoguchi {

namespace {

struct EncloseOptions {
    std::vector<std::string> command;
    std::string pcscdLog;
};

int execute(const std::vector<std::string>& command)
{
    constexpr int kCannotExecute = 126;
    std::vector<char*> argv;
    for (const auto& word : command)
        argv.push_back(const_cast<char*>(word.c_str()));
    argv.push_back(nullptr);
    ::execvp(argv.front(), argv.data());
    std::fprintf(stderr, "madoguchi-practice: cannot run %s: %s\n", argv.front(), std::strerror(errno));
    return kCannotExecute;
}

} // namespace

void addEnclose(CLI::App& program, Job& chosen)
{
    auto options = std::make_shared<EncloseOptions>();
    auto* command = program.add_subcommand(
        "enclose", "Run a command where only a private pcscd with a virtual reader exists");
    command->add_option("--pcscd-log", options->pcscdLog, "Append pcscd's own messages to this file");
    command->add_option("command", options->command, "The command and its arguments, after --")->required();
    command->callback([options, &chosen] {
        chosen = [options] {
            return Enclosure{options->pcscdLog}.run([&] { return execute(options->command); });
        };
    });
}

} // namespace madoguchi
