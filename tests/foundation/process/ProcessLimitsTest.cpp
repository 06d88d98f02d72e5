// SPDX-License-Identifier: Apache-2.0
#include "foundation/process/ProcessLimits.h"

#include "Child.h"

#include <sys/mman.h>
#include <sys/resource.h>

#include <fcntl.h>

using namespace madoguchi;

namespace {

constexpr ProcessLimits kSmall{
    .memory = 64 * kMegabyte, .openFiles = 16, .processor = std::chrono::seconds{1}, .fileSize = kMegabyte};

bool getsMemory(std::size_t bytes)
{
    return ::mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED;
}

} // namespace

#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
TEST_CASE("aProcessGetsNoMoreMemoryThanItsLimit")
{
    Child child{[] {
        if (!limitProcess(kSmall))
            return 1;
        return getsMemory(16 * kMegabyte) && !getsMemory(128 * kMegabyte) ? 0 : 2;
    }};

    CHECK(child.waitForEnd() == 0);
}
#endif

TEST_CASE("aProcessThatComputesForEverIsKilled")
{
    Child child{[] {
        if (!limitProcess(kSmall))
            return 1;
        for (;;)
            asm volatile(""); // or the compiler may take it for a loop that ends
    }};

    const int status = child.waitForEnd(std::chrono::minutes{2});
    CHECK(WIFSIGNALED(status));
}

TEST_CASE("aLeafCannotRaiseItsLimitsAgainAndAParentDoesNotLowerItsChildrens")
{
    const auto most = [](const ProcessLimits& limits) {
        rlimit files{};
        return limitProcess(limits) && ::getrlimit(RLIMIT_NOFILE, &files) == 0 ? files : rlimit{};
    };
    Child leaf{[&] { return most(kSmall).rlim_max == 16 ? 0 : 1; }};
    Child parent{[&] {
        auto limits = kSmall;
        limits.startsOthers = true;
        const auto files = most(limits);
        return files.rlim_cur == 16 && files.rlim_max > 16 ? 0 : 1;
    }};

    CHECK(leaf.waitForEnd() == 0);
    CHECK(parent.waitForEnd() == 0);
}
