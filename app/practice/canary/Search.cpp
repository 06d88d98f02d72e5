// SPDX-License-Identifier: Apache-2.0
#include "practice/canary/Search.h"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <fcntl.h>
#include <fstream>
#include <numeric>
#include <unistd.h>

namespace madoguchi {
namespace {

constexpr std::size_t kChunk = 4 << 20;

/// Feeds what `read(offset, buffer)` yields from `begin` to `end` through the needles; pieces overlap by the
/// longest needle so that none is cut in two. Returns the bytes seen.
template<typename Read, typename Found>
std::size_t scan(const Needles& needles, std::uint64_t begin, std::uint64_t end, Read read, Found found)
{
    const auto overlap = needles.longest();
    std::vector<std::uint8_t> buffer(kChunk + overlap);
    std::size_t kept = 0, seen = 0;
    for (auto at = begin; at < end;) {
        const auto want = std::min<std::uint64_t>(kChunk, end - at);
        const auto got = read(at, std::span{buffer}.subspan(kept, want));
        if (got <= 0)
            break;
        const auto filled = kept + static_cast<std::size_t>(got);
        seen += static_cast<std::size_t>(got);
        at += static_cast<std::uint64_t>(got);
        needles.find(std::span{buffer}.first(filled), [&](std::size_t needle) { found(needle); });
        // A needle that ends inside the kept tail was counted; one that only begins there is not lost.
        kept = std::min(filled, overlap > 0 ? overlap - 1 : 0);
        std::copy(buffer.begin() + static_cast<std::ptrdiff_t>(filled - kept),
                  buffer.begin() + static_cast<std::ptrdiff_t>(filled), buffer.begin());
    }
    return seen;
}

std::string firstLine(const std::string& path)
{
    std::ifstream file{path};
    std::string line;
    std::getline(file, line);
    return line;
}

} // namespace

std::size_t SearchReport::total() const
{
    return std::accumulate(found.begin(), found.end(), std::size_t{0},
                           [](std::size_t sum, const auto& entry) { return sum + entry.second; });
}

void searchProcess(const Needles& needles, pid_t process, SearchReport& report)
{
    const auto folder = "/proc/" + std::to_string(process);
    const auto title = firstLine(folder + "/comm") + "(" + std::to_string(process) + ")";
    std::ifstream maps{folder + "/maps"};
    const int memory = open((folder + "/mem").c_str(), O_RDONLY | O_CLOEXEC);
    if (memory < 0) {
        if (std::filesystem::exists(folder) && !firstLine(folder + "/cmdline").empty())
            report.unread.push_back(title);
        return;
    }
    std::size_t seen = 0;
    for (std::string line; std::getline(maps, line);) {
        std::uint64_t begin{}, end{};
        char readable{};
        if (std::sscanf(line.c_str(), "%lx-%lx %c", &begin, &end, &readable) != 3 || readable != 'r' ||
            line.find("[vvar]") != std::string::npos || line.find("[vsyscall]") != std::string::npos)
            continue;
        const auto readMemory = [memory](std::uint64_t at, std::span<std::uint8_t> into) {
            return pread(memory, into.data(), into.size(), static_cast<off_t>(at));
        };
        seen += scan(needles, begin, end, readMemory,
                     [&](std::size_t needle) { ++report.found[title + ": " + needles.all()[needle].what]; });
    }
    close(memory);
    report.bytes += seen;
    report.processes += seen > 0 ? 1 : 0;
}

void searchProcesses(const Needles& needles, std::span<const pid_t> except, SearchReport& report)
{
    for (const auto& entry : std::filesystem::directory_iterator{"/proc"}) {
        const auto name = entry.path().filename().string();
        pid_t process{};
        const auto [rest, error] = std::from_chars(name.data(), name.data() + name.size(), process);
        if (error != std::errc{} || rest != name.data() + name.size() || process == getpid() ||
            std::find(except.begin(), except.end(), process) != except.end())
            continue;
        searchProcess(needles, process, report);
    }
}

void searchFiles(const Needles& needles, const std::filesystem::path& folder,
                 std::span<const std::filesystem::path> except, SearchReport& report)
{
    auto entry = std::filesystem::recursive_directory_iterator{folder};
    for (; entry != std::filesystem::recursive_directory_iterator{}; ++entry) {
        if (std::find(except.begin(), except.end(), entry->path()) != except.end()) {
            entry.disable_recursion_pending();
            continue;
        }
        const auto path = entry->path().string();
        const auto note = [&](std::size_t needle) {
            ++report.found[path + ": " + needles.all()[needle].what];
        };
        needles.find({reinterpret_cast<const std::uint8_t*>(path.data()), path.size()}, note);
        if (!entry->is_regular_file() || entry->is_symlink())
            continue;
        const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
        if (file < 0) {
            report.unread.push_back(path);
            continue;
        }
        const auto readFile = [file](std::uint64_t at, std::span<std::uint8_t> into) {
            return pread(file, into.data(), into.size(), static_cast<off_t>(at));
        };
        report.bytes += scan(needles, 0, entry->file_size(), readFile, note);
        ++report.files;
        close(file);
    }
}

} // namespace madoguchi
