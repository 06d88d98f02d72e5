// SPDX-License-Identifier: Apache-2.0
#include "tool/support/FaceOptions.h"

#include <fstream>
#include <ostream>

namespace madoguchi {

namespace {

constexpr std::size_t kLongestLine = 4096;
constexpr std::size_t kMostLines = 10'000'000;

} // namespace

FaceModelFiles FaceOptions::files() const
{
    return {.folder = models, .calibration = calibration};
}

int complain(std::ostream& errors, std::string_view what)
{
    errors << "madoguchi-tool face: " << what << '\n';
    return 1;
}

int complain(std::ostream& errors, std::string_view what, const Fault& fault)
{
    errors << "madoguchi-tool face: " << what << " (" << fault.where << ")\n";
    return 1;
}

bool readList(const std::filesystem::path& file, std::vector<ListLine>& lines, std::ostream& errors)
{
    std::ifstream stream{file};
    if (!stream) {
        complain(errors, file.string() + ": cannot be read");
        return false;
    }
    for (std::string line; std::getline(stream, line);) {
        const std::string place = file.string() + ':' + std::to_string(lines.size() + 1);
        if (line.ends_with('\r'))
            line.pop_back();
        if (line.empty() || line.size() > kLongestLine || lines.size() >= kMostLines) {
            complain(errors, place + (line.empty() ? ": an empty line" : ": too long"));
            return false;
        }
        lines.push_back({std::move(line), place});
    }
    if (!stream.eof() || lines.empty()) {
        complain(errors, file.string() + (lines.empty() ? ": has no line" : ": cannot be read to its end"));
        return false;
    }
    return true;
}

bool splitLast(const std::string& line, std::string& before, std::string& word)
{
    const auto space = line.find_last_of(" \t");
    if (space == std::string::npos || space + 1 == line.size())
        return false;
    const auto end = line.find_last_not_of(" \t", space);
    if (end == std::string::npos)
        return false;
    before = line.substr(0, end + 1);
    word = line.substr(space + 1);
    return true;
}

} // namespace madoguchi
