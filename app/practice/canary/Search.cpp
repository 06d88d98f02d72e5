// SPDX-License-Identifier: Apache-2.0
#include "practice/canary/Search.h"

#include <algorithm>
#include <array>
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
    std::vector<std::uint8_t> buffer(std::min<std::uint64_t>(kChunk, end - begin) + overlap);
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

/// One line of /proc/PID/maps.
struct Mapping {
    std::uint64_t begin{}, end{};
    bool readable{false};
    bool own{false};       ///< nobody else can have written here, so this process's page map tells all
    bool installed{false}; ///< a private mapping of an installed file
};

Mapping parseMapping(const std::string& line)
{
    const auto names = [&line](const char* part) { return line.find(part) != std::string::npos; };
    Mapping mapping;
    std::array<char, 5> rights{};
    const bool parsed =
        std::sscanf(line.c_str(), "%lx-%lx %4s", &mapping.begin, &mapping.end, rights.data()) == 3;
    mapping.readable = parsed && rights[0] == 'r' && !names("[vvar]") && !names("[vsyscall]");
    mapping.own = rights[3] == 'p' && !names("(deleted)") && !names("/memfd:") && !names("/dev/");
    mapping.installed = mapping.own && names(" /usr/");
    return mapping;
}

/// Which parts of a mapping can hold anything: pages that were never touched are zero, and an untouched page
/// of an installed file is that file. What is shared may have been written by others, so all of it is
/// searched; so is everything when there is no page map.
std::vector<std::pair<std::uint64_t, std::uint64_t>> touchedParts(int pageMap, const Mapping& mapping)
{
    constexpr std::uint64_t kPresent = 1ULL << 63, kSwapped = 1ULL << 62, kOfFile = 1ULL << 61;
    if (!mapping.own)
        return {{mapping.begin, mapping.end}};
    const auto page = static_cast<std::uint64_t>(sysconf(_SC_PAGESIZE));
    std::vector<std::uint64_t> entries((mapping.end - mapping.begin) / page);
    const auto bytes = static_cast<ssize_t>(entries.size() * sizeof(std::uint64_t));
    if (pread(pageMap, entries.data(), static_cast<std::size_t>(bytes),
              static_cast<off_t>(mapping.begin / page * sizeof(std::uint64_t))) != bytes)
        return {{mapping.begin, mapping.end}};
    std::vector<std::pair<std::uint64_t, std::uint64_t>> parts;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const bool held = (entries[i] & (kPresent | kSwapped)) != 0;
        if (!held || (mapping.installed && (entries[i] & kOfFile) != 0))
            continue;
        const auto at = mapping.begin + i * page;
        if (!parts.empty() && parts.back().second == at)
            parts.back().second += page;
        else
            parts.emplace_back(at, at + page);
    }
    return parts;
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
    const int pageMap = open((folder + "/pagemap").c_str(), O_RDONLY | O_CLOEXEC);
    const auto readMemory = [memory](std::uint64_t at, std::span<std::uint8_t> into) {
        return pread(memory, into.data(), into.size(), static_cast<off_t>(at));
    };
    const auto note = [&](std::size_t needle) { ++report.found[title + ": " + needles.all()[needle].what]; };
    std::size_t seen = 0;
    for (std::string line; std::getline(maps, line);)
        if (const auto mapping = parseMapping(line); mapping.readable)
            for (const auto& [begin, end] : touchedParts(pageMap, mapping))
                seen += scan(needles, begin, end, readMemory, note);
    close(pageMap);
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
