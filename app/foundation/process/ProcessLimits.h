// SPDX-License-Identifier: Apache-2.0
// How much of the machine each program may take. A picture of 387 bytes once took 1.6 GiB to decode: what
// reads strangers' bytes has to end before the machine does.
#pragma once

#include "foundation/base/Result.h"

#include <chrono>
#include <cstdint>

namespace madoguchi {

struct ProcessLimits {
    std::uint64_t memory{0}; ///< bytes of its own (RLIMIT_DATA); libraries and mapped files do not count
    unsigned openFiles{0};   ///< RLIMIT_NOFILE
    std::chrono::seconds processor{0}; ///< then it is killed; 0: as long as it lives, for what waits for days
    std::uint64_t fileSize{0}; ///< bytes of any file it writes; 0: as large as the disk, for what keeps books
    bool startsOthers{false};  ///< they set limits of their own, so it may not forbid them higher ones
};

inline constexpr std::uint64_t kMegabyte = 1024 * 1024;

// Twice what was measured at their fullest, and more for windows, where a graphics driver's memory counts.
inline constexpr ProcessLimits kSupervisorLimits{
    .memory = 256 * kMegabyte, .openFiles = 256, .startsOthers = true};
inline constexpr ProcessLimits kVisitLimits{
    .memory = 512 * kMegabyte, .openFiles = 256, .startsOthers = true};
inline constexpr ProcessLimits kWindowLimits{
    .memory = 1024 * kMegabyte, .openFiles = 512, .startsOthers = true};
inline constexpr ProcessLimits kFaceLimits{.memory = 1024 * kMegabyte,
                                           .openFiles = 128,
                                           .processor = std::chrono::seconds{1200},
                                           .fileSize = 16 * kMegabyte};
inline constexpr ProcessLimits kPictureLimits{.memory = 256 * kMegabyte, ///< of one chip photo
                                              .openFiles = 64,
                                              .processor = std::chrono::seconds{5},
                                              .fileSize = kMegabyte};

/// First lines of a main(), after hardenProcess(). Where a sanitizer needs the memory for itself, that one is
/// not limited.
Result<void> limitProcess(const ProcessLimits& limits);

} // namespace madoguchi
