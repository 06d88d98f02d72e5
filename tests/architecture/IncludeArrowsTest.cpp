// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

namespace fs = std::filesystem;

namespace {

using Names = std::set<std::string>;

/// Which modules a module may include. A module may always include itself; app/core is open to all.
const std::map<std::string, Names> kMayUse{
    {"core", {}},
    {"eligibility", {}},
    {"messages", {"eligibility"}},
    {"bus", {"process"}},
    {"audit", {"bus", "process"}},          // it keeps the facts that messages carry
    {"staff", {"bus", "audit", "process"}}, // roles travel to the desk; its file is durable as the log is
    {"settings", {}},
    {"process", {}},
    {"window", {"process"}},
    {"card", {}},
    {"picture", {}},
    {"cardface", {"eligibility", "picture"}}, // a birth date must be a day of its era
    {"camera", {"picture"}},
    {"central", {"messages", "eligibility"}},
    {"handoff", {"messages", "eligibility", "process"}},
    {"sim", {"process", "picture"}},
    {"faceauth", {"bus", "process", "picture"}},
    {"ui", {"bus", "eligibility"}},
};

/// Programs put modules together; these may use everything.
const Names kPrograms{"supervisor", "exchange", "visit",    "kiosk", "desk", "pane",
                      "viewer",     "chart",    "practice", "tool",  "face"};

/// Where the headers of a foreign library may be included.
const std::vector<std::pair<std::string, Names>> kForeign{
    {"winscard.h", {"card"}},
    {"PCSC/", {"card"}},
    {"curl/", {"central"}},
    {"opencv2/", {"faceauth", "picture", "camera", "cardface", "sim"}},
    {"dlib/", {"faceauth"}},
    {"pugixml", {"messages"}},
    {"toml++/", {"settings", "sim", "practice"}},
    {"httplib.h", {"practice"}},
    {"sqlite3.h", {"practice"}},
    {"argon2.h", {"staff"}},
    {"alsa/", {"desk"}},
};

struct Include {
    std::string module; ///< of the including file
    std::string file;
    std::string target; ///< as written
    bool rooted;        ///< in quotes
};

/// "app/core/Visit.h" → core, "drivers/card/Apdu.h" → card, "ui/kiosk/X.h" → ui, "faceauth/X.h" → faceauth.
std::string moduleOf(const fs::path& relative)
{
    auto part = relative.begin();
    const auto top = part->string();
    return top == "app" || top == "drivers" ? (++part)->string() : top;
}

std::vector<Include> includes()
{
    static const std::regex kInclude{R"(^\s*#\s*include\s*([<"])([^>"]+)[>"])"};
    std::vector<Include> all;
    const fs::path root{MADO_SOURCE_DIR};
    for (const auto* top : {"app", "drivers", "faceauth", "ui"}) {
        for (const auto& entry : fs::recursive_directory_iterator{root / top}) {
            const auto extension = entry.path().extension();
            if (extension != ".h" && extension != ".cpp")
                continue;
            const auto relative = fs::relative(entry.path(), root);
            std::ifstream file{entry.path()};
            for (std::string line; std::getline(file, line);)
                if (std::smatch match; std::regex_search(line, match, kInclude))
                    all.push_back({moduleOf(relative), relative.string(), match[2], match[1] == "\""});
        }
    }
    return all;
}

bool known(const std::string& module)
{
    return kMayUse.count(module) != 0 || kPrograms.count(module) != 0;
}

} // namespace

TEST_CASE("arrowsPointDownwards")
{
    const auto all = includes();
    REQUIRE(all.size() > 100);

    for (const auto& include : all) {
        const auto slash = include.target.find('/');
        if (!include.rooted || slash == std::string::npos)
            continue;
        const auto target = include.target.substr(0, slash);
        if (!known(target) || target == include.module || target == "core" ||
            kPrograms.count(include.module) != 0)
            continue;
        INFO(include.file << " includes " << include.target);
        REQUIRE(kMayUse.count(include.module) == 1);
        CHECK(kMayUse.at(include.module).count(target) == 1);
    }
}

TEST_CASE("everyModuleHasItsPlaceInThePlan")
{
    for (const auto& include : includes()) {
        INFO(include.file);
        CHECK(known(include.module));
    }
}

TEST_CASE("includesOfOursAreRootedAtTheirModule")
{
    for (const auto& include : includes()) {
        if (!include.rooted)
            continue;
        INFO(include.file << " includes " << include.target);
        CHECK(include.target.find('/') != std::string::npos);
    }
}

TEST_CASE("aForeignLibraryStaysInItsModule")
{
    for (const auto& include : includes()) {
        for (const auto& [header, modules] : kForeign) {
            if (include.target.rfind(header, 0) != 0)
                continue;
            INFO(include.file << " includes " << include.target);
            CHECK(modules.count(include.module) == 1);
        }
    }
}

TEST_CASE("qtIsOnlyWhereSomethingIsShown")
{
    const Names shows{"ui", "window", "kiosk", "desk", "pane", "viewer", "chart"};
    static const std::regex kQt{R"(^Q[A-Z])"};

    for (const auto& include : includes()) {
        if (!std::regex_search(include.target, kQt))
            continue;
        INFO(include.file << " includes " << include.target);
        CHECK(shows.count(include.module) == 1);
    }
}

// Only Unicode's own rules come from outside, to the module that compares names.
TEST_CASE("theCoreIsPure")
{
    for (const auto& include : includes()) {
        if (include.module != "core" && include.module != "eligibility")
            continue;
        if (include.file.find("/generator/") != std::string::npos) // a tool of the build
            continue;
        INFO(include.file << " includes " << include.target);
        const bool standard = !include.rooted && include.target.find('.') == std::string::npos;
        const bool own =
            include.target.rfind("core/", 0) == 0 || include.target.rfind(include.module + "/", 0) == 0;
        const bool unicode = include.module == "eligibility" && include.target.rfind("unicode/", 0) == 0;
        CHECK((standard || own || unicode));
    }
}

TEST_CASE("everyModuleSaysWhatItIsForInItsFirstLine")
{
    const fs::path root{MADO_SOURCE_DIR};
    for (const auto* top : {"app", "drivers", "faceauth", "ui", "tests"}) {
        for (const auto& entry : fs::recursive_directory_iterator{root / top}) {
            if (entry.path().filename() != "CMakeLists.txt")
                continue;
            std::ifstream file{entry.path()};
            std::string line;
            std::getline(file, line);
            INFO(entry.path());
            CHECK(line.rfind("# ", 0) == 0);
            CHECK(line.size() > 20);
        }
    }
}
