// SPDX-License-Identifier: Apache-2.0
#include "SourceTree.h"

#include <deque>
#include <fstream>
#include <regex>

namespace fs = std::filesystem;

namespace madoguchi::architecture {

namespace {

std::vector<Include> includesOf(const fs::path& path)
{
    static const std::regex kInclude{R"(^\s*#\s*include\s*([<"])([^>"]+)[>"])"};
    std::vector<Include> includes;
    std::ifstream file{path};
    for (std::string line; std::getline(file, line);)
        if (std::smatch match; std::regex_search(line, match, kInclude))
            includes.push_back({match[2], match[1] == "\""});
    return includes;
}

/// Include lines leave out "app/".
std::string rooted(const fs::path& relative)
{
    auto text = relative.generic_string();
    return text.rfind("app/", 0) == 0 ? text.substr(4) : text;
}

std::vector<std::string> walkedBack(const std::map<std::string, std::string>& cameFrom, std::string at)
{
    std::vector<std::string> chain;
    for (; !at.empty(); at = cameFrom.at(at))
        chain.insert(chain.begin(), at);
    return chain;
}

} // namespace

bool isInside(const Room& room, const Room& part)
{
    return room == part || room.rfind(part + "/", 0) == 0;
}

SourceTree::SourceTree(const fs::path& root) : root_{root}
{
    for (const auto* top : {"app", "drivers", "faceauth", "ui"}) {
        for (const auto& entry : fs::recursive_directory_iterator{root / top}) {
            const auto extension = entry.path().extension();
            if (extension != ".h" && extension != ".cpp")
                continue;
            const auto relative = fs::relative(entry.path(), root);
            sources_.push_back({rooted(relative), rooted(relative.parent_path()), includesOf(entry.path())});
        }
    }
    for (std::size_t i = 0; i < sources_.size(); ++i)
        byFile_[sources_[i].file] = i;
}

const Source* SourceTree::find(const std::string& file) const
{
    const auto found = byFile_.find(file);
    return found == byFile_.end() ? nullptr : &sources_[found->second];
}

/// Of a file, or of a header that the build makes for a room.
Room SourceTree::roomOf(const std::string& file) const
{
    if (const auto* source = find(file); source != nullptr)
        return source->room;
    const auto folder = fs::path{file}.parent_path().generic_string();
    return file.find('/') != std::string::npos && fs::exists(this->folder(folder) / "CMakeLists.txt")
               ? folder
               : Room{};
}

std::set<Room> SourceTree::rooms() const
{
    std::set<Room> rooms;
    for (const auto& source : sources_)
        rooms.insert(source.room);
    return rooms;
}

std::set<Room> SourceTree::usedBy(const Room& room) const
{
    std::set<Room> used;
    for (const auto& source : sources_)
        if (source.room == room)
            for (const auto& include : source.includes)
                if (const auto target = roomOf(include.target); !target.empty() && target != room)
                    used.insert(target);
    return used;
}

std::vector<std::string> SourceTree::chain(const Room& from, const Room& to) const
{
    std::map<std::string, std::string> cameFrom;
    std::deque<const Source*> next;
    for (const auto& source : sources_)
        if (isInside(source.room, from)) {
            cameFrom[source.file];
            next.push_back(&source);
        }
    for (; !next.empty(); next.pop_front()) {
        const auto& source = *next.front();
        if (isInside(source.room, to))
            return walkedBack(cameFrom, source.file);
        for (const auto& include : source.includes)
            if (const auto* target = find(include.target);
                target != nullptr && cameFrom.emplace(target->file, source.file).second)
                next.push_back(target);
    }
    return {};
}

SourceTree::Reach SourceTree::unitsThatSee(const std::set<std::string>& headers) const
{
    Reach reach;
    for (const auto& unit : sources_) {
        if (!unit.file.ends_with(".cpp"))
            continue;
        ++reach.units;
        std::set<std::string> seen{unit.file};
        std::deque<const Source*> next{&unit};
        for (; !next.empty(); next.pop_front())
            for (const auto& include : next.front()->includes)
                if (const auto* target = find(include.target);
                    target != nullptr && seen.insert(target->file).second)
                    next.push_back(target);
        for (const auto& header : headers)
            if (seen.count(header) != 0) {
                ++reach.reached;
                break;
            }
    }
    return reach;
}

fs::path SourceTree::folder(const Room& room) const
{
    const auto direct = root_ / room;
    return fs::is_directory(direct) ? direct : root_ / "app" / room;
}

} // namespace madoguchi::architecture
