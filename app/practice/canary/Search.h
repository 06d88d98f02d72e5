// SPDX-License-Identifier: Apache-2.0
// Reads all there is to read and reports where a needle was found.
#pragma once

#include "practice/canary/Needles.h"

#include <filesystem>
#include <map>
#include <sys/types.h>

namespace madoguchi {

struct SearchReport {
    std::map<std::string, std::size_t> found; ///< "pcscd(123): name, UTF-8" → how often
    std::size_t processes{0};
    std::size_t files{0};
    std::size_t bytes{0};
    /// Readable places that could not be read, by their name: a search that saw nothing proves nothing.
    std::vector<std::string> unread;

    [[nodiscard]] std::size_t total() const;
};

/// Searches the memory of every process this one may read, except itself and those in `except`. Kernel
/// threads and processes that end meanwhile are not counted; nor are pages that were never touched, and pages
/// of installed programs and libraries that are as on disk.
void searchProcesses(const Needles& needles, std::span<const pid_t> except, SearchReport& report);

/// Searches one process.
void searchProcess(const Needles& needles, pid_t process, SearchReport& report);

/// Searches the names and contents of every regular file below `folder`, leaving out the folders in `except`.
void searchFiles(const Needles& needles, const std::filesystem::path& folder,
                 std::span<const std::filesystem::path> except, SearchReport& report);

} // namespace madoguchi
