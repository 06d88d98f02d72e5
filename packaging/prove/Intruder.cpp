// SPDX-License-Identifier: Apache-2.0
// intruder UNIT SECONDS | intruder --pid PID
// Tries without pause to look into every process of a systemd unit, new ones from their first moment on, by
// every way the kernel has for one process to read or change another. Prints a line for each program: tries,
// and how often each way was open. Exit code: 0 when none was. With --pid it tries one process once; a
// process that may be looked into proves that the ways work. Compiled alone and statically by
// packaging/prove-install.
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <dirent.h>
#include <fcntl.h>
#include <map>
#include <string>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace {

std::string procFile(int pid, const char* name)
{
    return "/proc/" + std::to_string(pid) + '/' + name;
}

/// The beginning of it; empty when its process is gone.
std::string contentOf(const std::string& file)
{
    std::string text(4096, '\0');
    const int fd = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    const auto size = fd < 0 ? 0 : ::read(fd, text.data(), text.size());
    ::close(fd);
    text.resize(size > 0 ? static_cast<std::size_t>(size) : 0);
    return text;
}

bool canBeRead(int pid, const char* name)
{
    const int fd = ::open(procFile(pid, name).c_str(), O_RDONLY | O_CLOEXEC);
    char byte = 0;
    const bool read = fd >= 0 && ::read(fd, &byte, 1) == 1;
    ::close(fd);
    return read;
}

bool maps(int pid)
{
    return canBeRead(pid, "maps");
}
bool environment(int pid)
{
    return canBeRead(pid, "environ");
}

bool descriptors(int pid)
{
    DIR* const folder = ::opendir(procFile(pid, "fd").c_str());
    if (folder == nullptr)
        return false;
    const bool listed = ::readdir(folder) != nullptr;
    ::closedir(folder);
    return listed;
}

bool memory(int pid)
{
    for (const int way : {O_RDONLY, O_RDWR})
        if (const int fd = ::open(procFile(pid, "mem").c_str(), way | O_CLOEXEC); fd >= 0)
            return ::close(fd) == 0;
    return false;
}

/// The kernel looks at rights before it looks at the address: EFAULT means that the way was open.
bool copied(int pid, long call)
{
    char byte = 0;
    iovec here{&byte, 1}, there{nullptr, 1};
    return ::syscall(call, pid, &here, 1, &there, 1, 0) >= 0 || errno == EFAULT;
}

bool readAcross(int pid)
{
    return copied(pid, SYS_process_vm_readv);
}
bool writtenAcross(int pid)
{
    return copied(pid, SYS_process_vm_writev);
}

bool traced(int pid)
{
    if (::ptrace(PTRACE_SEIZE, pid, nullptr, nullptr) != 0)
        return false;
    ::ptrace(PTRACE_INTERRUPT, pid, nullptr, nullptr);
    ::waitpid(pid, nullptr, __WALL);
    ::ptrace(PTRACE_DETACH, pid, nullptr, nullptr);
    return true;
}

/// EBADF: there is no such descriptor, but it might have been had.
bool descriptorTaken(int pid)
{
    const auto process = static_cast<int>(::syscall(SYS_pidfd_open, pid, 0));
    if (process < 0)
        return false;
    const auto fd = static_cast<int>(::syscall(SYS_pidfd_getfd, process, 0, 0));
    const bool open = fd >= 0 || errno == EBADF;
    ::close(fd);
    ::close(process);
    return open;
}

struct Way {
    const char* name;
    bool (*open)(int pid);
};
constexpr Way kWays[] = {
    {"maps", maps},     {"environ", environment},         {"fd", descriptors},
    {"mem", memory},    {"process_vm_readv", readAcross}, {"process_vm_writev", writtenAcross},
    {"ptrace", traced}, {"pidfd_getfd", descriptorTaken}};

struct Count {
    long tries{0};
    std::map<std::string, long> open;
};

std::vector<int> processes()
{
    std::vector<int> found;
    DIR* const proc = ::opendir("/proc");
    while (const dirent* entry = proc != nullptr ? ::readdir(proc) : nullptr)
        if (const int pid = std::atoi(entry->d_name); pid > 0)
            found.push_back(pid);
    ::closedir(proc);
    return found;
}

bool belongsTo(int pid, const std::string& unit)
{
    return contentOf(procFile(pid, "cgroup")).find(unit) != std::string::npos;
}

void look(int pid, std::map<std::string, Count>& counts)
{
    auto name = contentOf(procFile(pid, "comm"));
    if (name.empty())
        return; // gone meanwhile
    name.pop_back();
    auto& count = counts[name];
    ++count.tries;
    for (const auto& way : kWays)
        count.open[way.name] += way.open(pid) ? 1 : 0;
}

int report(const std::map<std::string, Count>& counts)
{
    long open = 0;
    for (const auto& [program, count] : counts) {
        std::printf("%-18s %8ld tries:", program.c_str(), count.tries);
        for (const auto& way : kWays) {
            std::printf(" %s %ld", way.name, count.open.at(way.name));
            open += count.open.at(way.name);
        }
        std::printf("\n");
    }
    return open == 0 && !counts.empty() ? 0 : 1;
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 3)
        return 2;
    std::map<std::string, Count> counts;
    if (std::strcmp(argv[1], "--pid") == 0) {
        look(std::atoi(argv[2]), counts);
        return report(counts);
    }
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds{std::atoi(argv[2])};
    while (std::chrono::steady_clock::now() < end)
        for (const int pid : processes())
            if (belongsTo(pid, argv[1]))
                look(pid, counts);
    return report(counts);
}
