// SPDX-License-Identifier: Apache-2.0
// Groups as the shipped unit starts them: by an ordinary user with one capability, where a filter refuses
// clone3.
#include "resident/supervisor/GroupSpawner.h"

#include "foundation/process/Capabilities.h"

#include <catch2/catch.hpp>

#include <array>
#include <cerrno>
#include <cstddef>
#include <cstdio>
#include <functional>

#include <linux/capability.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace madoguchi;

namespace {

constexpr int kSetUpFailed = 120;

/// Runs `body` in a child, as the tests' own user, and returns its exit code.
int inChild(const std::function<int()>& body)
{
    const pid_t child = ::fork();
    if (child == 0)
        ::_exit(body());
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

void need(bool done)
{
    if (!done)
        ::_exit(kSetUpFailed);
}

/// An ordinary user, with or without what the unit gives by AmbientCapabilities=.
void becomeOrdinary(bool withCapability)
{
    constexpr uid_t kNobody = 65534;
    need(::prctl(PR_SET_KEEPCAPS, 1) == 0 && ::setgid(kNobody) == 0 && ::setuid(kNobody) == 0);
    __user_cap_header_struct self{_LINUX_CAPABILITY_VERSION_3, 0};
    std::array<__user_cap_data_struct, 2> sets{};
    if (withCapability)
        sets[0] = {1U << CAP_SYS_ADMIN, 1U << CAP_SYS_ADMIN, 1U << CAP_SYS_ADMIN};
    need(::syscall(SYS_capset, &self, sets.data()) == 0);
    if (withCapability)
        need(::prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_RAISE, CAP_SYS_ADMIN, 0, 0) == 0);
    need(::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0);
}

/// As systemd does wherever RestrictNamespaces= is set.
void refuseClone3()
{
    std::array filter{
        sock_filter{BPF_LD | BPF_W | BPF_ABS, 0, 0, offsetof(seccomp_data, nr)},
        sock_filter{BPF_JMP | BPF_JEQ | BPF_K, 0, 1, SYS_clone3},
        sock_filter{BPF_RET | BPF_K, 0, 0, SECCOMP_RET_ERRNO | ENOSYS},
        sock_filter{BPF_RET | BPF_K, 0, 0, SECCOMP_RET_ALLOW},
    };
    const sock_fprog program{filter.size(), filter.data()};
    need(::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0);
}

/// What the group's program says.
std::string told(UserNamespace users)
{
    auto group = spawnGroup({.program = MADO_TEST_DIR "/supervisor_test_group", .users = users});
    if (!group)
        return std::string{group.fault().where};
    const StopSignal never;
    const auto said = group->channel.receive(never, std::chrono::seconds{20});
    return said ? *said : "nothing";
}

/// The exit code of whoever expects to be told `expected`; what was told goes to stderr.
int isTold(UserNamespace users, std::string_view expected)
{
    const auto said = told(users);
    std::fprintf(stderr, "%s", said.c_str());
    return said == expected ? 0 : 1;
}

constexpr auto kWithoutAnything =
    "CapPrm:\t0000000000000000\nCapAmb:\t0000000000000000\nprocesses 1\nno user namespace\n";

} // namespace

TEST_CASE("underTheUnitAGroupHasNoCapabilityNoUserNamespaceAndSeesNobody")
{
    if (::geteuid() != 0) {
        WARN("only root can give a capability away");
        return;
    }

    CHECK(inChild([] {
              becomeOrdinary(true);
              refuseClone3();
              need(tryGroup(UserNamespace::Refused).ok());
              return isTold(UserNamespace::Refused, kWithoutAnything);
          }) == 0);
}

TEST_CASE("withoutTheCapabilityAGroupIsRefusedOutsidePractice")
{
    CHECK(inChild([] {
              if (::geteuid() == 0)
                  becomeOrdinary(false);
              const auto tried = tryGroup(UserNamespace::Refused);
              return !tried && tried.fault().where == "supervisor/spawnGroup" && tried.fault().value == EPERM
                         ? 0
                         : 1;
          }) == 0);
}

TEST_CASE("inPracticeAnOrdinaryUsersGroupHasAUserNamespace")
{
    CHECK(inChild([] {
              if (::geteuid() == 0)
                  becomeOrdinary(false);
              return isTold(UserNamespace::Allowed, "CapPrm:\t0000000000000000\nCapAmb:\t0000000000000000\n"
                                                    "processes 1\na user namespace\n");
          }) == 0);
}

TEST_CASE("aProcThatCannotBeMountedIsARefusal")
{
    if (::geteuid() != 0) {
        WARN("only root can lay something over /proc");
        return;
    }

    CHECK(inChild([] {
              // As a container does: something lies over a part of /proc that whoever is inside may not take
              // away.
              need(::unshare(CLONE_NEWNS) == 0 &&
                   ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0);
              need(::mount("tmpfs", "/proc/sys", "tmpfs", MS_RDONLY, nullptr) == 0);
              becomeOrdinary(false);
              const auto tried = tryGroup(UserNamespace::Allowed);
              return !tried && tried.fault().where == "supervisor/ownProc" ? 0 : 1;
          }) == 0);
}
