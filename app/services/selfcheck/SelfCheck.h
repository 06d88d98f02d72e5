// SPDX-License-Identifier: Apache-2.0
// What only the machine's administrator can provide, looked at each start: erasure by process death reaches
// the physical memory only with init_on_free=1, and neither swap nor a crash dump may keep what was erased. A
// finding does not stop the terminal; it is shown to staff until it is mended.
#pragma once

#include "domain/text/TextId.h"

#include <filesystem>
#include <string>
#include <vector>

namespace madoguchi {

enum class SelfCheckFinding : std::uint8_t {
    FreedMemoryKept,     ///< the kernel does not clear freed pages
    SwapOn,              ///< memory, zram included, may be written elsewhere
    CrashDumpLoaded,     ///< a crash kernel would save the whole memory
    CoreDumpsCollected,  ///< core_pattern hands dumps to a program
    ClockUnsynchronised, ///< certificates and the hand-over's times are judged by a free-running clock
};
inline constexpr SelfCheckFinding kLastFinding = SelfCheckFinding::ClockUnsynchronised;

/// What the kernel says about itself, read once.
struct MachineFacts {
    std::string commandLine;  ///< /proc/cmdline
    std::string kernelConfig; ///< /boot/config-RELEASE; empty when there is none
    std::string swaps;        ///< /proc/swaps
    std::string corePattern;  ///< /proc/sys/kernel/core_pattern
    std::string crashLoaded;  ///< /sys/kernel/kexec_crash_loaded
    bool clockSynchronised{false};
};

[[nodiscard]] MachineFacts readMachineFacts();

/// In the order of SelfCheckFinding.
[[nodiscard]] std::vector<SelfCheckFinding> selfCheck(const MachineFacts& facts);

/// What to tell the administrator.
[[nodiscard]] TextId words(SelfCheckFinding finding);

} // namespace madoguchi
