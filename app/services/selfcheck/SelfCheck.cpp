// SPDX-License-Identifier: Apache-2.0
#include "services/selfcheck/SelfCheck.h"

#include <sys/timex.h>
#include <sys/utsname.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string_view>

namespace madoguchi {

namespace {

constexpr std::array<TextId, static_cast<std::size_t>(kLastFinding) + 1> kTexts{
    TextId::checksFreedMemoryKept,     TextId::checksSwapOn,
    TextId::checksCrashDumpLoaded,     TextId::checksCoreDumpsCollected,
    TextId::checksClockUnsynchronised,
};

std::string contents(const std::filesystem::path& file)
{
    std::ifstream stream{file};
    return {std::istreambuf_iterator<char>{stream}, {}};
}

bool hasWord(const std::string& text, std::string_view word)
{
    std::istringstream words{text};
    return std::find(std::istream_iterator<std::string>{words}, {}, word) !=
           std::istream_iterator<std::string>{};
}

/// The command line overrides what the kernel was built with.
bool clearsFreedMemory(const MachineFacts& facts)
{
    if (hasWord(facts.commandLine, "init_on_free=1"))
        return true;
    return hasWord(facts.kernelConfig, "CONFIG_INIT_ON_FREE_DEFAULT_ON=y") &&
           !hasWord(facts.commandLine, "init_on_free=0");
}

/// One line of headings, then one for each area.
bool swapOn(const std::string& swaps)
{
    return std::ranges::count(swaps, '\n') > 1;
}

std::string kernelConfig()
{
    utsname system{};
    return ::uname(&system) == 0 ? contents(std::string{"/boot/config-"} + system.release) : std::string{};
}

bool clockSynchronised()
{
    timex state{};
    return ::adjtimex(&state) >= 0 && (state.status & STA_UNSYNC) == 0;
}

} // namespace

MachineFacts readMachineFacts()
{
    return {contents("/proc/cmdline"),
            kernelConfig(),
            contents("/proc/swaps"),
            contents("/proc/sys/kernel/core_pattern"),
            contents("/sys/kernel/kexec_crash_loaded"),
            clockSynchronised()};
}

std::vector<SelfCheckFinding> selfCheck(const MachineFacts& facts)
{
    std::vector<SelfCheckFinding> findings;
    const auto find = [&findings](bool wrong, SelfCheckFinding finding) {
        if (wrong)
            findings.push_back(finding);
    };
    find(!clearsFreedMemory(facts), SelfCheckFinding::FreedMemoryKept);
    find(swapOn(facts.swaps), SelfCheckFinding::SwapOn);
    find(facts.crashLoaded.starts_with('1'), SelfCheckFinding::CrashDumpLoaded);
    find(facts.corePattern.starts_with('|'), SelfCheckFinding::CoreDumpsCollected);
    find(!facts.clockSynchronised, SelfCheckFinding::ClockUnsynchronised);
    return findings;
}

TextId words(SelfCheckFinding finding)
{
    return kTexts[static_cast<std::size_t>(finding)];
}

} // namespace madoguchi
