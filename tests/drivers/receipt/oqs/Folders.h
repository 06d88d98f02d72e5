// SPDX-License-Identifier: Apache-2.0
// A receipt computer's folders in a temporary place, gone when the test is over.
#pragma once

#include "drivers/receipt/oqs/FolderHandOff.h"
#include "foundation/base/Clock.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace madoguchi {

/// 2026-11-20 09:30:15 in Japan, until told otherwise.
class FixedClock final : public Clock {
public:
    [[nodiscard]] Tick now() const override { return Tick{0}; }
    [[nodiscard]] std::chrono::sys_seconds wallTime() const override { return time; }

    std::chrono::sys_seconds time{std::chrono::sys_days{std::chrono::year{2026} / 11 / 20} +
                                  std::chrono::minutes{30} + std::chrono::seconds{15}};
};

class Folders {
public:
    Folders()
    {
        std::string pattern = (std::filesystem::temp_directory_path() / "handoff-XXXXXX").string();
        root = mkdtemp(pattern.data());
        std::filesystem::permissions(root, std::filesystem::perms::all);
        for (const auto* name : {"face", "res", "staging"}) {
            std::filesystem::create_directory(root / name);
            std::filesystem::permissions(root / name, std::filesystem::perms::all);
        }
    }
    ~Folders() { std::filesystem::remove_all(root); }
    Folders(const Folders&) = delete;
    Folders& operator=(const Folders&) = delete;

    [[nodiscard]] ReceiptFolders settings() const
    {
        return {root / "face", root / "res", root / "staging", "1319999991", "000", Encoding::Utf8, false};
    }

    std::filesystem::path root;
};

inline std::vector<std::string> namesIn(const std::filesystem::path& folder)
{
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator{folder})
        names.push_back(entry.path().filename().string());
    return names;
}

inline std::string contentOf(const std::filesystem::path& path)
{
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

inline void put(const std::filesystem::path& path, const std::string& text)
{
    std::ofstream{path, std::ios::binary} << text;
}

} // namespace madoguchi
