// SPDX-License-Identifier: Apache-2.0
#include "practice/enclosure/PrivatePcscd.h"

#include "foundation/base/UniqueFd.h"
#include "foundation/process/StartProgram.h"

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <poll.h>
#include <sys/inotify.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>

namespace madoguchi {

namespace {

constexpr const char* kFolder = "/run/pcscd";
constexpr const char* kSocket = "/run/pcscd/pcscd.comm";
constexpr const char* kReaderConf = "/run/pcscd/practice-reader.conf";

bool writeReaderConf(const std::string& driver)
{
    std::ofstream conf{kReaderConf};
    conf << "FRIENDLYNAME \"Virtual PCD\"\nDEVICENAME   /dev/null:0x8C7B\nLIBPATH      " << driver
         << "\nCHANNELID    0x8C7B\n";
    return conf.flush().good();
}

/// libmado_zeroalloc.so beside the program: pcscd sees every byte of every card, so what it frees is zeroed,
/// as on a real terminal (packaging/systemd/pcscd.service.d). Empty where it was not built, as with
/// sanitizers.
std::string zeroingAllocator()
{
    const auto programs = programFolder();
    for (const auto* folder : {"lib", "lib/madoguchi"})
        if (const auto library = programs.parent_path() / folder / "libmado_zeroalloc.so";
            std::filesystem::exists(library))
            return library;
    return {};
}

[[noreturn]] void becomePcscd(const std::filesystem::path& log)
{
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    sigset_t none;
    sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
    // A service manager's socket, or settings of the machine's pcscd, are not for this one.
    for (const char* name : {"LISTEN_FDS", "LISTEN_PID", "PCSCLITE_CSOCK_NAME"})
        ::unsetenv(name);
    if (const auto library = zeroingAllocator(); !library.empty())
        ::setenv("LD_PRELOAD", library.c_str(), 1);
    const int out = ::open(log.empty() ? "/dev/null" : log.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
    ::dup2(out, STDOUT_FILENO);
    ::dup2(out, STDERR_FILENO);
    ::close(STDIN_FILENO);
    ::open("/dev/null", O_RDONLY);
    for (const char* program : {"/usr/sbin/pcscd", "/sbin/pcscd"})
        ::execl(program, "pcscd", "--foreground", "--config", kReaderConf, static_cast<char*>(nullptr));
    ::_exit(127);
}

bool answers()
{
    const UniqueFd socket{::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)};
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::strcpy(address.sun_path, kSocket);
    return ::connect(socket.value(), reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
}

} // namespace

std::string PrivatePcscd::start(const std::string& driver, const std::filesystem::path& log,
                                std::chrono::milliseconds within)
{
    const UniqueFd watch{::inotify_init1(IN_CLOEXEC | IN_NONBLOCK)};
    if (!writeReaderConf(driver) || ::inotify_add_watch(watch.value(), kFolder, IN_CREATE | IN_ATTRIB) < 0)
        return std::string{"cannot prepare "} + kFolder;
    pid_ = ::fork();
    if (pid_ < 0)
        return std::string{"cannot start pcscd: "} + std::strerror(errno);
    if (pid_ == 0)
        becomePcscd(log);
    return waitUntilItAnswers(watch.value(), within);
}

std::string PrivatePcscd::waitUntilItAnswers(int watch, std::chrono::milliseconds within) const
{
    // The socket's file appears before it listens; its mode changes after. The short waits are for a pcscd
    // that does these in another order, and to notice one that ended.
    constexpr std::chrono::milliseconds kLookAgain{50};
    const auto deadline = std::chrono::steady_clock::now() + within;
    while (!answers()) {
        if (::waitpid(pid_, nullptr, WNOHANG) == pid_)
            return "pcscd ended at once (Debian package pcscd)";
        if (std::chrono::steady_clock::now() >= deadline)
            return "pcscd does not answer";
        pollfd wait{watch, POLLIN, 0};
        ::poll(&wait, 1, static_cast<int>(kLookAgain.count()));
        std::array<char, 4096> events;
        while (::read(watch, events.data(), events.size()) > 0)
            continue;
    }
    return {};
}

PrivatePcscd::~PrivatePcscd()
{
    if (pid_ <= 0)
        return;
    ::kill(pid_, SIGKILL); // nothing of it is worth keeping, and its folder goes with the namespace
    ::waitpid(pid_, nullptr, 0);
}

} // namespace madoguchi
