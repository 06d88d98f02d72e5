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

constexpr std::array<Text, static_cast<std::size_t>(kLastFinding) + 1> kTexts{{
    {"カーネルが解放したメモリを消去しません。起動オプションに init_on_free=1 を加えてください。",
     "The kernel does not clear freed memory. Add init_on_free=1 to its command line."},
    {"スワップ（zram を含む）が有効です。無効にしてください。",
     "Swap (or zram) is on. Turn it off, so that memory is never written elsewhere."},
    {"クラッシュダンプ（kdump）が有効です。無効にしてください。",
     "A crash kernel (kdump) is loaded and would save the whole memory. Remove it."},
    {"コアダンプがプログラムに渡されます。kernel.core_pattern を空にしてください。",
     "Core dumps are handed to a program. Set kernel.core_pattern to nothing."},
    {"時刻が同期していません。時刻同期を設定してください。",
     "The clock is not synchronised. Set up time synchronisation."},
}};

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

Text text(SelfCheckFinding finding)
{
    return kTexts[static_cast<std::size_t>(finding)];
}

} // namespace madoguchi
