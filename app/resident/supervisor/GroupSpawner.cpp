// SPDX-License-Identifier: Apache-2.0
#include "resident/supervisor/GroupSpawner.h"

#include "foundation/process/Capabilities.h"
#include "foundation/process/GroupInit.h"
#include "foundation/process/ProcessHardening.h"

#include <fcntl.h>
#include <linux/sched.h>
#include <poll.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>

#include <array>
#include <cerrno>
#include <climits>
#include <csignal>

namespace madoguchi {

namespace {

constexpr int kChannelFd = 3; ///< the group's end, in the group
constexpr int kCannotStart = 127;
constexpr unsigned kNamespaces = CLONE_NEWPID | CLONE_NEWNS;

/// What a child can fail at before its program takes over; its exit code is the step's place in kSteps.
enum class Step : int { None, OwnIds, Parent, Channel, OwnProc, Capabilities };
constexpr std::array<std::string_view, 6> kSteps{"supervisor/spawnGroup", "supervisor/ownIds",
                                                 "supervisor/parent",     "supervisor/channel",
                                                 "supervisor/ownProc",    "supervisor/capabilities"};

/// Everything the child needs, made before the clone: afterwards it must not allocate.
struct Preparation {
    std::vector<std::string> texts;
    std::vector<char*> arguments;
    std::vector<std::string> variables;
    std::vector<char*> environment;
    std::string uidMap;
    std::string gidMap;
    int channel{-1};
};

std::vector<char*> pointersTo(std::vector<std::string>& texts)
{
    std::vector<char*> pointers;
    for (auto& text : texts)
        pointers.push_back(text.data());
    pointers.push_back(nullptr);
    return pointers;
}

std::string ownId(unsigned id)
{
    return std::to_string(id) + ' ' + std::to_string(id) + " 1\n";
}

Preparation prepare(const GroupCommand& command, int channel)
{
    Preparation made;
    made.texts = {command.program.string(), "--channel", std::to_string(kChannelFd)};
    made.texts.insert(made.texts.end(), command.arguments.begin(), command.arguments.end());
    made.arguments = pointersTo(made.texts);
    made.variables = allowedEnvironment();
    made.environment = pointersTo(made.variables);
    made.uidMap = ownId(::geteuid());
    made.gidMap = ownId(::getegid());
    made.channel = channel;
    return made;
}

/// fork() into new namespaces. Not clone3: a service manager that restricts namespaces has to refuse that one
/// whole, because its filter cannot see the flags.
pid_t cloneInto(unsigned long namespaces, int& pidFd)
{
    const unsigned long flags = namespaces | CLONE_PIDFD | SIGCHLD;
    return static_cast<pid_t>(::syscall(SYS_clone, flags, nullptr, &pidFd, nullptr, nullptr));
}

// -- In the child. Only calls that need no memory and no lock. --

bool writeFile(const char* file, const std::string& text)
{
    const int fd = ::open(file, O_WRONLY | O_CLOEXEC);
    const bool written =
        fd >= 0 && ::write(fd, text.data(), text.size()) == static_cast<ssize_t>(text.size());
    ::close(fd);
    return written;
}

/// Gives our own ids a meaning in the new user namespace.
bool mapOwnIds(const Preparation& made)
{
    static const std::string kDeny{"deny"};
    ::prctl(PR_SET_DUMPABLE, 1); // or these files would belong to root; exec is a moment away
    return writeFile("/proc/self/setgroups", kDeny) && writeFile("/proc/self/uid_map", made.uidMap) &&
           writeFile("/proc/self/gid_map", made.gidMap);
}

/// A /proc in which nobody else can be seen.
bool hideOtherProcesses()
{
    return ::mount(nullptr, "/", nullptr, MS_REC | MS_SLAVE, nullptr) == 0 &&
           ::mount("proc", "/proc", "proc", MS_NOSUID | MS_NODEV | MS_NOEXEC, nullptr) == 0;
}

bool keepOnlyTheChannel(int channel)
{
    const int nothing = ::open("/dev/null", O_RDONLY);
    if (::dup2(nothing, STDIN_FILENO) < 0 || ::dup2(STDERR_FILENO, STDOUT_FILENO) < 0)
        return false;
    if (channel == kChannelFd ? !keepAcrossExec(channel) : ::dup2(channel, kChannelFd) < 0)
        return false;
    return ::close_range(kChannelFd + 1, UINT_MAX, 0) == 0;
}

/// The parent may have ended before dieWithParent() took effect: then its end of the channel is closed.
bool parentIsThere()
{
    pollfd channel{kChannelFd, 0, 0};
    return ::poll(&channel, 1, 0) == 0;
}

void restoreSignals()
{
    sigset_t none;
    sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
}

/// Everything between the clone and the program; the first step that failed.
Step settle(const Preparation& made, bool inUserNamespace)
{
    if (inUserNamespace && !mapOwnIds(made))
        return Step::OwnIds;
    if (!dieWithParent())
        return Step::Parent;
    if (!keepOnlyTheChannel(made.channel) || !parentIsThere())
        return Step::Channel;
    if (!hideOtherProcesses())
        return Step::OwnProc;
    // Root would get them all back at exec, where the kernel then also forgets whose death is to be ours.
    return ::geteuid() == 0 || dropCapabilities() ? Step::None : Step::Capabilities;
}

[[noreturn]] void become(const Preparation& made, bool inUserNamespace)
{
    if (settle(made, inUserNamespace) != Step::None)
        ::_exit(kCannotStart);
    restoreSignals();
    ::execve(made.arguments[0], made.arguments.data(), made.environment.data());
    ::_exit(kCannotStart);
}

/// The number of the child, 0 in it; -1 with errno.
pid_t cloneGroup(UserNamespace users, int& pidFd, bool& inUserNamespace)
{
    inUserNamespace = !mayMakeNamespaces() && users == UserNamespace::Allowed;
    return cloneInto(kNamespaces | (inUserNamespace ? CLONE_NEWUSER : 0U), pidFd);
}

Fault refused(std::string_view where)
{
    return {FaultCode::Internal, FaultSpace::Errno, errno, where};
}

} // namespace

Result<SpawnedGroup> spawnGroup(const GroupCommand& command)
{
    auto ends = Channel::pair();
    if (!ends)
        return ends.fault();
    const Preparation made = prepare(command, ends->second.fd());

    int pidFd = -1;
    bool inUserNamespace = false;
    const pid_t init = cloneGroup(command.users, pidFd, inUserNamespace);
    if (init == 0)
        become(made, inUserNamespace);
    if (init < 0)
        return refused("supervisor/spawnGroup");
    return SpawnedGroup{init, UniqueFd{pidFd}, std::move(ends->first)};
}

Result<void> tryGroup(UserNamespace users)
{
    auto ends = Channel::pair();
    if (!ends)
        return ends.fault();
    const Preparation made = prepare({}, ends->second.fd());

    int pidFd = -1;
    bool inUserNamespace = false;
    const pid_t child = cloneGroup(users, pidFd, inUserNamespace);
    if (child == 0)
        ::_exit(static_cast<int>(settle(made, inUserNamespace)));
    if (child < 0)
        return refused("supervisor/spawnGroup");
    const UniqueFd process{pidFd};
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR)
        continue;
    const auto step = static_cast<std::size_t>(WIFEXITED(status) ? WEXITSTATUS(status) : 0);
    if (status == 0)
        return {};
    return Fault{FaultCode::Internal, FaultSpace::None, 0, kSteps.at(step < kSteps.size() ? step : 0)};
}

} // namespace madoguchi
