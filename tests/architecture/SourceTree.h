// SPDX-License-Identifier: Apache-2.0
// The product's sources as rooms and include lines, read anew from the tree that is being tested.
#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace madoguchi::architecture {

/// "domain/record", "drivers/card": a folder as include lines name it.
using Room = std::string;

struct Include {
    std::string target; ///< as written
    bool quoted{false};
};

struct Source {
    std::string file; ///< rooted as include lines are: "domain/record/Screen.h"
    Room room;
    std::vector<Include> includes;
};

class SourceTree {
public:
    /// app, drivers, faceauth and ui below `root`; generators are programs of the build and have rooms too.
    explicit SourceTree(const std::filesystem::path& root);

    [[nodiscard]] const std::vector<Source>& sources() const { return sources_; }
    [[nodiscard]] const Source* find(const std::string& file) const;
    [[nodiscard]] Room roomOf(const std::string& file) const; ///< empty for what is not ours
    [[nodiscard]] std::set<Room> rooms() const;
    [[nodiscard]] std::set<Room> usedBy(const Room& room) const;

    /// The shortest chain of include lines from a file of `from` (or below it) to one of `to`; empty if there
    /// is none.
    [[nodiscard]] std::vector<std::string> chain(const Room& from, const Room& to) const;

    /// Compilation units of ours whose includes reach one of `headers`, and how many units there are.
    struct Reach {
        std::size_t reached{0};
        std::size_t units{0};
    };
    [[nodiscard]] Reach unitsThatSee(const std::set<std::string>& headers) const;

    /// The folder on disk.
    [[nodiscard]] std::filesystem::path folder(const Room& room) const;

private:
    std::filesystem::path root_;
    std::vector<Source> sources_;
    std::map<std::string, std::size_t> byFile_;
};

/// "domain/record/card" is inside "domain/record" and inside "domain".
[[nodiscard]] bool isInside(const Room& room, const Room& part);

} // namespace madoguchi::architecture
