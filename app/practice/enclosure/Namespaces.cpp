// SPDX-License-Identifier: Apache-2.0
#include "practice/enclosure/Namespaces.h"

#include "foundation/base/UniqueFd.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <net/if.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/mount.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace madoguchi {

namespace {

namespace fs = std::filesystem;

constexpr const char* kDriverFolder = "/usr/lib/pcsc/drivers";
constexpr const char* kSerialFolder = "/usr/lib/pcsc/drivers/serial";
constexpr const char* kDriverName = "libifdvpcd.so";
constexpr const char* kHowToGetThem =
    " (run it as root, or let users have them: sysctl kernel.unprivileged_userns_clone=1 "
    "user.max_user_namespaces=10000)";

std::string failed(const std::string& what)
{
    return what + ": " + std::strerror(errno);
}

std::string writeOnce(const char* file, const std::string& text)
{
    const UniqueFd fd{::open(file, O_WRONLY | O_CLOEXEC)};
    if (!fd || ::write(fd.value(), text.data(), text.size()) != static_cast<ssize_t>(text.size()))
        return failed(std::string{"cannot write "} + file);
    return {};
}

/// Gives the ids from before the user namespace the same meaning in it.
std::string mapOwnIds(uid_t uid, gid_t gid)
{
    // The same numbers inside as outside: who runs this stays who they are, files keep their owner.
    const auto line = [](auto id) { return std::to_string(id) + " " + std::to_string(id) + " 1\n"; };
    if (auto problem = writeOnce("/proc/self/uid_map", line(uid)); !problem.empty())
        return problem;
    if (auto problem = writeOnce("/proc/self/setgroups", "deny"); !problem.empty())
        return problem;
    return writeOnce("/proc/self/gid_map", line(gid));
}

std::string mountTmpfs(const char* where)
{
    if (::mount("tmpfs", where, "tmpfs", MS_NOSUID | MS_NODEV, "mode=0755") != 0)
        return failed(std::string{"cannot mount a tmpfs on "} + where);
    return {};
}

/// Makes `target` what `source` was. Folders and files by bind mount, so that sockets keep working.
std::string carryOver(const fs::path& source, const fs::path& target, const fs::file_status& status)
{
    std::error_code error;
    if (fs::is_symlink(status)) {
        fs::copy_symlink(source, target, error);
        return error ? "cannot keep " + target.string() : std::string{};
    }
    if (fs::is_directory(status))
        fs::create_directory(target, error);
    else
        std::ofstream{target};
    if (::mount(source.c_str(), target.c_str(), nullptr, MS_BIND | MS_REC, nullptr) != 0)
        return failed("cannot keep " + target.string());
    return {};
}

/// The machine has no /run/pcscd: a new /run with everything of the old one in it can have a folder more.
std::string replaceRun()
{
    const UniqueFd old{::open("/run", O_PATH | O_DIRECTORY | O_CLOEXEC)};
    std::error_code error;
    std::vector<fs::directory_entry> entries;
    for (const auto& entry : fs::directory_iterator{"/run", error})
        entries.push_back(entry);
    if (!old || error)
        return "cannot read /run";

    if (auto problem = mountTmpfs("/run"); !problem.empty())
        return problem;
    const fs::path before = "/proc/self/fd/" + std::to_string(old.value());
    for (const auto& entry : entries) {
        const auto source = before / entry.path().filename();
        if (auto problem = carryOver(source, entry.path(), fs::symlink_status(source, error));
            !problem.empty())
            return problem;
    }
    fs::create_directory("/run/pcscd", error);
    return error ? "cannot make /run/pcscd" : std::string{};
}

} // namespace

std::string enterNamespaces()
{
    constexpr int kOwn = CLONE_NEWNS | CLONE_NEWNET | CLONE_NEWPID;
    const uid_t uid = ::geteuid();
    const gid_t gid = ::getegid();
    if (::unshare(kOwn) == 0)
        return {};
    if (errno != EPERM || ::unshare(kOwn | CLONE_NEWUSER) != 0)
        return failed("the kernel gives us no namespaces") + kHowToGetThem;
    return mapOwnIds(uid, gid);
}

std::string tryVisitNamespaces()
{
    constexpr int kOwn = CLONE_NEWPID | CLONE_NEWNS;
    const pid_t child = ::fork();
    if (child == 0)
        ::_exit(::unshare(kOwn) == 0 || (errno == EPERM && ::unshare(kOwn | CLONE_NEWUSER) == 0) ? 0 : errno);
    int status = 0;
    if (child < 0 || ::waitpid(child, &status, 0) != child)
        return failed("cannot fork");
    if (status == 0)
        return {};
    errno = WEXITSTATUS(status);
    return failed("a visit's processes must have a PID namespace of their own, which is how they are erased, "
                  "and "
                  "the kernel gives none") +
           kHowToGetThem;
}

std::string detachMounts()
{
    if (::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0)
        return failed("cannot detach from the machine's mounts");
    return {};
}

std::string freshPcscdFolder()
{
    return fs::is_directory("/run/pcscd") ? mountTmpfs("/run/pcscd") : replaceRun();
}

std::string hideOtherReaderDrivers()
{
    if (!fs::exists(fs::path{kSerialFolder} / kDriverName))
        return "no vpcd driver in " + std::string{kSerialFolder} + " (Debian package vsmartcard-vpcd)";
    if (::mount(kSerialFolder, kDriverFolder, nullptr, MS_BIND, nullptr) != 0)
        return failed("cannot hide the other reader drivers");
    return {};
}

std::string vpcdDriver()
{
    return std::string{kDriverFolder} + "/" + kDriverName;
}

std::string raiseLoopback()
{
    const UniqueFd socket{::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0)};
    ifreq request{};
    std::strcpy(request.ifr_name, "lo");
    if (!socket || ::ioctl(socket.value(), SIOCGIFFLAGS, &request) != 0)
        return failed("cannot find the loopback");
    request.ifr_flags = static_cast<short>(request.ifr_flags | IFF_UP);
    if (::ioctl(socket.value(), SIOCSIFFLAGS, &request) != 0)
        return failed("cannot raise the loopback");
    return {};
}

void showOwnProcesses()
{
    ::mount("proc", "/proc", "proc", MS_NOSUID | MS_NODEV | MS_NOEXEC, nullptr);
}

} // namespace madoguchi
