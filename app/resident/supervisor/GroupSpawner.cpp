// SPDX-License-Identifier: Apache-2.0
#include "resident/supervisor/GroupSpawner.h"

#include "foundation/process/GroupInit.h"
#include "foundation/process/ProcessHardening.h"

#include <fcntl.h>
#include <linux/sched.h>
#include <poll.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

#include <cerrno>
#include <climits>
#include <csignal>

namespace madoguchi {

namespace {

constexpr int kChannelFd = 3; ///< the group's end, in the group
constexpr int kCannotStart = 127;

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

/// fork() into new namespaces. The glibc wrapper cannot say CLONE_PIDFD without a stack of its own.
pid_t cloneInto(std::uint64_t namespaces, int& pidFd)
{
    clone_args request{};
    request.flags = namespaces | CLONE_PIDFD;
    request.pidfd = reinterpret_cast<std::uint64_t>(&pidFd);
    request.exit_signal = SIGCHLD;
    return static_cast<pid_t>(::syscall(SYS_clone3, &request, sizeof request));
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

/// A container may forbid the second mount: then the group sees the numbers of other processes, but still
/// cannot reach them.
void hideOtherProcesses()
{
    ::mount(nullptr, "/", nullptr, MS_REC | MS_SLAVE, nullptr);
    ::mount("proc", "/proc", "proc", MS_NOSUID | MS_NODEV | MS_NOEXEC, nullptr);
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

[[noreturn]] void become(const Preparation& made, bool inUserNamespace)
{
    const bool ready = (!inUserNamespace || mapOwnIds(made)) && dieWithParent() &&
                       keepOnlyTheChannel(made.channel) && parentIsThere();
    if (!ready)
        ::_exit(kCannotStart);
    hideOtherProcesses();
    restoreSignals();
    ::execve(made.arguments[0], made.arguments.data(), made.environment.data());
    ::_exit(kCannotStart);
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
    pid_t init = cloneInto(CLONE_NEWPID | CLONE_NEWNS, pidFd);
    if (init < 0 && errno == EPERM) {
        inUserNamespace = true;
        init = cloneInto(CLONE_NEWUSER | CLONE_NEWPID | CLONE_NEWNS, pidFd);
    }
    if (init == 0)
        become(made, inUserNamespace);
    if (init < 0)
        return Fault{FaultCode::Internal, FaultSpace::Errno, errno, "supervisor/spawnGroup"};
    return SpawnedGroup{init, UniqueFd{pidFd}, std::move(ends->first)};
}

} // namespace madoguchi
