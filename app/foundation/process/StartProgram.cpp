// SPDX-License-Identifier: Apache-2.0
#include "foundation/process/StartProgram.h"

#include "foundation/base/UniqueFd.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <spawn.h>
#include <unistd.h>

namespace madoguchi {
namespace {

/// posix_spawn's list of what to do with descriptors in the child.
class FileActions {
public:
    FileActions() { posix_spawn_file_actions_init(&actions_); }
    ~FileActions() { posix_spawn_file_actions_destroy(&actions_); }
    FileActions(const FileActions&) = delete;
    FileActions& operator=(const FileActions&) = delete;

    void open(int fd, const char* file, int mode)
    {
        posix_spawn_file_actions_addopen(&actions_, fd, file, mode, 0600);
    }
    void place(int ours, int theirs) { posix_spawn_file_actions_adddup2(&actions_, ours, theirs); }
    void closeFrom(int fd) { posix_spawn_file_actions_addclosefrom_np(&actions_, fd); }

    [[nodiscard]] const posix_spawn_file_actions_t* get() const { return &actions_; }

private:
    posix_spawn_file_actions_t actions_;
};

std::vector<char*> pointers(std::vector<std::string>& words)
{
    std::vector<char*> list;
    for (auto& word : words)
        list.push_back(word.data());
    list.push_back(nullptr);
    return list;
}

/// The first number that belongs to nobody in the child.
int firstFree(const Program& program)
{
    int highest = STDERR_FILENO;
    for (const auto& given : program.descriptors)
        highest = std::max(highest, given.theirs);
    return highest + 1;
}

} // namespace

Result<pid_t> start(const Program& program)
{
    FileActions actions;
    actions.open(STDIN_FILENO, "/dev/null", O_RDONLY);
    actions.open(STDOUT_FILENO, "/dev/null", O_WRONLY);
    if (!program.errors.empty())
        actions.open(STDERR_FILENO, program.errors.c_str(), O_WRONLY | O_CREAT | O_APPEND);
    const int beyond = firstFree(program);
    std::vector<UniqueFd> lifted; // above the numbers given out, so that placing one never overwrites another
    for (const auto& [ours, theirs] : program.descriptors) {
        lifted.emplace_back(::fcntl(ours, F_DUPFD_CLOEXEC, beyond));
        if (!lifted.back())
            return Fault{FaultCode::ChannelBroken, FaultSpace::Errno, errno, "process/start/descriptor"};
        actions.place(lifted.back().value(), theirs);
    }
    actions.closeFrom(beyond);

    std::vector<std::string> words{program.file.string()};
    words.insert(words.end(), program.arguments.begin(), program.arguments.end());
    auto environment = program.environment.value_or(std::vector<std::string>{});
    const auto arguments = pointers(words);
    const auto variables = pointers(environment);
    pid_t child{};
    const int error = posix_spawnp(&child, arguments.front(), actions.get(), nullptr, arguments.data(),
                                   program.environment ? variables.data() : environ);
    if (error != 0)
        return Fault{FaultCode::ChannelBroken, FaultSpace::Errno, error, "process/start"};
    return child;
}

std::filesystem::path programFolder()
{
    return std::filesystem::read_symlink("/proc/self/exe").parent_path();
}

} // namespace madoguchi
