// SPDX-License-Identifier: Apache-2.0
#include "visit/ChildProgram.h"

#include <fcntl.h>
#include <spawn.h>
#include <unistd.h>

namespace madoguchi {

Result<pid_t> startProgram(const std::filesystem::path& program, const std::vector<std::string>& arguments,
                           std::span<const int> inherited)
{
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    for (const int fd : inherited) // onto itself: takes close-on-exec off, in the child alone
        posix_spawn_file_actions_adddup2(&actions, fd, fd);

    std::vector<char*> argv{const_cast<char*>(program.c_str())};
    for (const auto& argument : arguments)
        argv.push_back(const_cast<char*>(argument.c_str()));
    argv.push_back(nullptr);

    pid_t child{};
    const int error = posix_spawn(&child, program.c_str(), &actions, nullptr, argv.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    if (error != 0)
        return Fault{FaultCode::ChannelBroken, FaultSpace::Errno, error, "visit/startProgram"};
    return child;
}

std::filesystem::path siblingProgram(const std::string& name)
{
    return std::filesystem::read_symlink("/proc/self/exe").parent_path() / name;
}

} // namespace madoguchi
