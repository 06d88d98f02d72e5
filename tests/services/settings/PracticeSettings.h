// SPDX-License-Identifier: Apache-2.0
// Settings of a practice terminal for tests that start a real program.
#pragma once

#include <filesystem>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

namespace madoguchi {

/// How a line of the documented example begins, and what stands in its place.
using SettingsLines = std::vector<std::pair<std::string, std::string>>;

/// The documented example, in practice, with its receipt computer's folders below the file's own.
inline void writePracticeSettings(const std::filesystem::path& file, SettingsLines lines)
{
    lines.insert(lines.end(), {{"practice =", "practice = true"},
                               {"folder = \"/srv", "folder = \"receipt/face\""},
                               {"staging =", "staging = \"receipt/staging\""}});
    std::ifstream example{MADO_SOURCE_DIR "/resources/settings/terminal.toml"};
    std::ofstream own{file};
    for (std::string line; std::getline(example, line); own << line << '\n')
        for (const auto& [begin, instead] : lines)
            if (line.starts_with(begin))
                line = instead;
}

} // namespace madoguchi
