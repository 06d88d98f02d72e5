// SPDX-License-Identifier: Apache-2.0
#include "Child.h"

#include <cstddef>
#include <fstream>
#include <vector>

#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/wait.h>
#include <unistd.h>

namespace madoguchi::child {
namespace {

void need(bool succeeded)
{
    if (!succeeded)
        _exit(kSetUpFailed);
}

void write(const char* path, const std::string& text)
{
    std::ofstream file{path};
    file << text << std::flush;
    need(file.good());
}

int start(const Work& work, bool traced)
{
    const int pid = fork();
    if (pid != 0)
        return pid;
    if (traced) {
        need(ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) == 0);
        raise(SIGSTOP);
    }
    _exit(work());
}

int codeOf(int status)
{
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

} // namespace

int run(const Work& work)
{
    const int pid = start(work, false);
    int status = 0;
    return waitpid(pid, &status, 0) == pid ? codeOf(status) : kSetUpFailed;
}

std::optional<int> runTo(int stop, const Work& work, const std::function<void(int)>& atStop)
{
    const int pid = start(work, true);
    int status = 0;
    if (waitpid(pid, &status, 0) != pid || !WIFSTOPPED(status))
        return kSetUpFailed;
    ptrace(PTRACE_SETOPTIONS, pid, nullptr, PTRACE_O_TRACESYSGOOD | PTRACE_O_EXITKILL);
    for (int stops = 0;;) {
        ptrace(PTRACE_SYSCALL, pid, nullptr, nullptr);
        if (waitpid(pid, &status, 0) != pid || !WIFSTOPPED(status))
            return stops < stop ? std::nullopt : std::optional{codeOf(status)};
        if (++stops == stop)
            atStop(pid);
    }
}

void enterNamespace()
{
    const auto uid = std::to_string(geteuid());
    const auto gid = std::to_string(getegid());
    if (geteuid() == 0) {
        need(unshare(CLONE_NEWNS) == 0);
    } else {
        need(unshare(CLONE_NEWUSER | CLONE_NEWNS) == 0);
        write("/proc/self/setgroups", "deny");
        write("/proc/self/uid_map", "0 " + uid + " 1");
        write("/proc/self/gid_map", "0 " + gid + " 1");
    }
    need(mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0);
}

void mountTmpfs(const std::filesystem::path& path, const std::string& options)
{
    need(mount("none", path.c_str(), "tmpfs", 0, options.c_str()) == 0);
}

void makeReadOnly(const std::filesystem::path& path)
{
    need(mount(path.c_str(), path.c_str(), nullptr, MS_BIND, nullptr) == 0);
    need(mount(nullptr, path.c_str(), nullptr, MS_BIND | MS_REMOUNT | MS_RDONLY, nullptr) == 0);
}

void becomeNobody()
{
    constexpr uid_t kNobody = 65534;
    if (geteuid() == 0)
        need(setresgid(kNobody, kNobody, kNobody) == 0 && setresuid(kNobody, kNobody, kNobody) == 0);
}

void refuse(std::initializer_list<Refusal> refusals)
{
    const auto offsetOfCall = static_cast<std::uint32_t>(offsetof(seccomp_data, nr));
    std::vector<sock_filter> program;
    for (const auto& refusal : refusals) {
        const auto call = static_cast<std::uint32_t>(refusal.call);
        const auto answer =
            SECCOMP_RET_ERRNO | (static_cast<std::uint32_t>(refusal.error) & SECCOMP_RET_DATA);
        const std::uint8_t rest = refusal.argument < 0 ? 1 : 3; // what follows the comparison of the call
        program.push_back(BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetOfCall));
        program.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, call, 0, rest));
        if (refusal.argument >= 0) {
            const auto low = offsetof(seccomp_data, args) + 8 * static_cast<std::size_t>(refusal.argument);
            program.push_back(BPF_STMT(BPF_LD | BPF_W | BPF_ABS, static_cast<std::uint32_t>(low)));
            program.push_back(BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, refusal.bits, 0, 1));
        }
        program.push_back(BPF_STMT(BPF_RET | BPF_K, answer));
    }
    program.push_back(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW));
    const sock_fprog filter{static_cast<unsigned short>(program.size()), program.data()};
    need(prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0);
    need(prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter) == 0);
}

} // namespace madoguchi::child
