// SPDX-License-Identifier: Apache-2.0
#include "Cost.h"

#include <ctime>
#include <fstream>
#include <string>

#include <malloc.h>
#include <sys/wait.h>
#include <unistd.h>

namespace madoguchi {
namespace {

std::chrono::nanoseconds processorTime()
{
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return std::chrono::seconds{time.tv_sec} + std::chrono::nanoseconds{time.tv_nsec};
}

/// The largest resident size since the mark was last reset, or the size now, as /proc says it.
std::size_t statusLine(const std::string& name)
{
    std::ifstream status{"/proc/self/status"};
    for (std::string word; status >> word;) {
        std::size_t kibibytes = 0;
        if (word == name && status >> kibibytes)
            return kibibytes;
    }
    return 0;
}

Cost measure(const std::function<void()>& work)
{
    malloc_trim(0); // so that nothing freed earlier is used again unseen
    std::ofstream{"/proc/self/clear_refs"} << "5" << std::flush; // resets VmHWM
    const auto before = statusLine("VmRSS:");
    const auto start = processorTime();
    work();
    const auto time = std::chrono::ceil<std::chrono::milliseconds>(processorTime() - start);
    const auto peak = statusLine("VmHWM:");
    return {true, time, peak > before ? peak - before : 0};
}

} // namespace

Cost costOf(const std::function<void()>& work)
{
    int ends[2];
    if (pipe(ends) != 0)
        return {};
    const auto child = fork();
    if (child == 0) {
        const auto cost = measure(work);
        _exit(write(ends[1], &cost, sizeof cost) == sizeof cost ? 0 : 1);
    }
    close(ends[1]);
    Cost cost;
    const bool told = read(ends[0], &cost, sizeof cost) == sizeof cost;
    close(ends[0]);
    int status = 0;
    waitpid(child, &status, 0);
    return told && WIFEXITED(status) && WEXITSTATUS(status) == 0 ? cost : Cost{};
}

} // namespace madoguchi
