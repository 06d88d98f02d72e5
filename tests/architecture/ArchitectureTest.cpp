// SPDX-License-Identifier: Apache-2.0
// Holds every include line of every room to the plan: storeys, wall, foreign libraries, and that a folder is
// a module is a CMake target. No room is exempt.
#include "SourceTree.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <iterator>
#include <regex>

namespace fs = std::filesystem;

namespace {

using namespace madoguchi::architecture;
using Rooms = std::set<Room>;

const SourceTree& tree()
{
    static const SourceTree all{MADO_SOURCE_DIR};
    return all;
}

/// The storeys, lowest first. A room may include what stands on a line above its own.
const std::vector<Rooms> kStoreys{
    {"foundation"},
    {"domain"},
    {"formats"},
    {"services"},
    {"drivers", "faceauth", "ui"},
    {"ephemeral", "resident"},
    {"practice"},
    {"tool"},
};

/// Inside a storey, what may be included within it besides a room's own; nobody else's rooms.
const std::map<Room, Rooms> kNeighbours{
    {"foundation/picture", {"foundation/base"}},
    {"foundation/process", {"foundation/base"}},
    {"foundation/line", {"foundation/base"}},
    {"domain/status", {"domain/text"}},
    {"domain/advice", {"domain/status", "domain/text"}},
    {"domain/advice/generator", {"domain/advice", "domain/text/generator"}},
    {"domain/record", {"domain/status", "domain/text"}},
    {"domain/eligibility", {"domain/status", "domain/record", "domain/text"}},
    {"domain/ports", {"domain/status", "domain/record"}},
    {"domain/visit", {"domain/status", "domain/text", "domain/record", "domain/eligibility", "domain/ports"}},
    {"formats/central", {"formats/oqs"}},
    {"formats/record", {"formats/status"}},
    {"drivers/cardprint/generator", {"drivers/cardprint"}},
    {"drivers/sim/card", {"drivers/sim/personas"}},
    {"drivers/sim/cardprint", {"drivers/sim/personas", "drivers/sim/card"}},
    {"faceauth/watch", {"faceauth/networks", "drivers/camera"}},
    {"faceauth/compare", {"faceauth/networks", "faceauth/watch"}},
    {"faceauth/study", {"faceauth/networks", "faceauth/compare"}},
    {"ui/kiosk", {"ui/bridge"}},
    {"ui/staff", {"ui/bridge"}},
    {"ui/board", {"ui/bridge", "ui/staff"}},
    {"ui/pane", {"ui/bridge", "ui/staff"}},
    {"ephemeral/visit", {"ephemeral/shared"}},
    {"ephemeral/exchange", {"ephemeral/shared"}},
    {"ephemeral/face", {"ephemeral/shared"}},
    {"practice/central", {"practice/pki"}},
    {"practice/run",
     {"practice/canary", "practice/central", "practice/enclosure", "practice/patient", "practice/pki"}},
    {"practice/program", {"practice/central", "practice/enclosure", "practice/patient", "practice/run"}},
    {"tool/lab", {"tool/support"}},
};

/// What outlives a patient, or serves what does, and may know nothing of one.
const Rooms kOutside{
    "foundation",     "domain/status",      "domain/text",        "domain/advice",
    "formats/status", "services/settings",  "services/selfcheck", "services/audit",
    "services/staff", "services/facetries", "resident",           "ui/staff",
    "ui/board",       "drivers/sound",      "drivers/printer",    "drivers/camera",
};

/// What belongs to one person.
const Rooms kInside{
    "domain/record", "domain/eligibility", "domain/visit", "domain/medicines", "domain/checkups",
    "domain/outage", "formats/record",     "formats/oqs",  "formats/central",
};

/// Services that hold personal data, sealed: for the programs that die with their patient alone.
const Rooms kSealed{"services/links"};

/// Where the headers of a foreign library may be included.
const std::vector<std::pair<std::string, Rooms>> kForeign{
    {"winscard.h", {"drivers/card"}},
    {"PCSC/", {"drivers/card"}},
    {"curl/", {"drivers/central/https"}},
    {"opencv2/", {"foundation/picture", "faceauth", "drivers/camera", "drivers/cardprint", "drivers/sim"}},
    {"dlib/", {"faceauth/networks", "faceauth/study"}},
    {"pugixml", {"formats/oqs"}},
    {"nlohmann/",
     {"foundation/line", "formats", "services/staff", "drivers/receipt", "domain/advice/generator",
      "domain/text/generator", "faceauth", "ui/generator", "practice", "tool"}},
    {"toml++/", {"services/settings", "drivers/sim", "practice"}},
    {"httplib.h", {"practice/central"}},
    {"sqlite3.h", {"practice/central"}},
    {"argon2.h", {"services/staff"}},
    {"alsa/", {"drivers/sound"}},
    {"unicode/", {"domain/eligibility"}},
};

/// Headers that the build makes.
const Rooms kGenerated{"domain/text/TextId.h", "drivers/sim/people/ShippedFaces.h"};

bool within(const Room& room, const Rooms& parts)
{
    return std::any_of(parts.begin(), parts.end(), [&](const Room& part) { return isInside(room, part); });
}

std::size_t storeyOf(const Room& room)
{
    const auto found = std::find_if(kStoreys.begin(), kStoreys.end(),
                                    [&](const Rooms& storey) { return within(room, storey); });
    return static_cast<std::size_t>(found - kStoreys.begin());
}

bool mayUse(const Room& room, const Room& target)
{
    if (storeyOf(target) != storeyOf(room))
        return storeyOf(target) < storeyOf(room);
    const auto neighbours = kNeighbours.find(room);
    return neighbours != kNeighbours.end() && neighbours->second.count(target) != 0;
}

std::string words(const std::vector<std::string>& chain)
{
    std::string text;
    for (const auto& file : chain)
        text += (text.empty() ? "" : " > ") + file;
    return text;
}

std::string contents(const fs::path& file)
{
    std::ifstream stream{file};
    return {std::istreambuf_iterator<char>{stream}, {}};
}

/// The rooms that a folder's CMakeLists says it uses, over all its targets.
Rooms usesIn(const std::string& cmake)
{
    static const std::regex kUses{R"(USES\s+([a-z/\s]+))"};
    static const std::regex kRoom{R"([a-z]+(/[a-z]+)+)"};
    Rooms rooms;
    for (std::sregex_iterator block{cmake.begin(), cmake.end(), kUses}, end; block != end; ++block) {
        const std::string list = (*block)[1];
        for (std::sregex_iterator room{list.begin(), list.end(), kRoom}; room != end; ++room)
            rooms.insert(room->str());
    }
    return rooms;
}

} // namespace

TEST_CASE("noArrowRunsUpwardsOrToASibling")
{
    REQUIRE(tree().sources().size() > 500);

    for (const auto& source : tree().sources()) {
        INFO(source.file);
        REQUIRE(storeyOf(source.room) < kStoreys.size());
        for (const auto& include : source.includes) {
            const auto* target = tree().find(include.target);
            if (target == nullptr || target->room == source.room)
                continue;
            INFO("includes " << include.target);
            CHECK(mayUse(source.room, target->room));
        }
    }
}

TEST_CASE("theStoreysAreEightAndEachLeadsSomewhere")
{
    std::set<std::string> entries;
    for (const auto& entry : fs::directory_iterator{fs::path{MADO_SOURCE_DIR} / "app"})
        entries.insert(entry.path().filename());
    CHECK(entries ==
          Rooms{"foundation", "domain", "formats", "services", "ephemeral", "resident", "practice", "tool"});
    for (const auto& [room, neighbours] : kNeighbours) {
        INFO(room);
        for (const auto& neighbour : neighbours)
            CHECK(storeyOf(neighbour) == storeyOf(room));
    }
}

TEST_CASE("noChainOfIncludesLeadsThroughTheWall")
{
    for (const auto& outside : kOutside)
        for (const auto& inside : kInside) {
            const auto chain = tree().chain(outside, inside);
            INFO(words(chain));
            CHECK(chain.empty());
        }
}

TEST_CASE("sealedPersonalDataAreLinkedByEphemeralProgramsAlone")
{
    for (const auto& sealed : kSealed)
        for (const auto& room : tree().rooms()) {
            if (isInside(room, sealed) || within(room, {"ephemeral"}))
                continue;
            INFO(room << " uses " << sealed);
            CHECK(tree().usedBy(room).count(sealed) == 0);
        }
}

// How far a PIN and a question can be seen: it is printed, so that a change shows where it was 168 of 334
// once.
TEST_CASE("fewUnitsSeeAPinOrAQuestion")
{
    const auto reach =
        tree().unitsThatSee({"domain/record/CardRecord.h", "domain/record/EligibilityQuery.h"});
    std::cout << "units that compile PIN and question: " << reach.reached << " of " << reach.units << '\n';
    CHECK(reach.reached <= 70);
}

TEST_CASE("includesOfOursAreRooted")
{
    for (const auto& source : tree().sources())
        for (const auto& include : source.includes) {
            INFO(source.file << " includes " << include.target);
            CHECK((!include.quoted || include.target.find('/') != std::string::npos));
            CHECK((!include.quoted || tree().find(include.target) != nullptr ||
                   kGenerated.count(include.target) != 0));
        }
}

TEST_CASE("aForeignLibraryStaysInItsRoom")
{
    for (const auto& source : tree().sources())
        for (const auto& include : source.includes)
            for (const auto& [header, rooms] : kForeign) {
                if (include.target.rfind(header, 0) != 0)
                    continue;
                INFO(source.file << " includes " << include.target);
                CHECK(within(source.room, rooms));
            }
}

TEST_CASE("qtIsOnlyWhereSomethingIsShown")
{
    static const std::regex kQt{R"(^Q[A-Zt])"};
    const Rooms shows{"ui", "ephemeral/kiosk", "ephemeral/pane", "resident/desk"};

    for (const auto& source : tree().sources())
        for (const auto& include : source.includes) {
            if (!std::regex_search(include.target, kQt))
                continue;
            INFO(source.file << " includes " << include.target);
            CHECK(within(source.room, shows));
        }
}

// Only Unicode's own rules come from outside, to the room that compares names.
TEST_CASE("theDomainIsPure")
{
    for (const auto& source : tree().sources()) {
        if (!isInside(source.room, "domain") || source.room.ends_with("/generator")) // a tool of the build
            continue;
        for (const auto& include : source.includes) {
            INFO(source.file << " includes " << include.target);
            const bool standard = !include.quoted && include.target.find('.') == std::string::npos;
            const bool own = tree().find(include.target) != nullptr || kGenerated.count(include.target) != 0;
            const bool unicode =
                isInside(source.room, "domain/eligibility") && include.target.rfind("unicode/", 0) == 0;
            CHECK((standard || own || unicode));
        }
    }
}

TEST_CASE("aFolderIsARoomIsATargetThatSaysWhatItUses")
{
    for (const auto& room : tree().rooms()) {
        INFO(room);
        const auto file = tree().folder(room) / "CMakeLists.txt";
        REQUIRE(fs::exists(file));
        if (room.ends_with("/generator") || room.ends_with("/zeroalloc")) // tools and parts of the build
            continue;
        const auto cmake = contents(file);
        auto said = usesIn(cmake);
        said.erase(room); // its program uses its library
        for (const auto& used : tree().usedBy(room)) {
            INFO("includes " << used << " and does not say so");
            CHECK(said.count(used) != 0);
        }
        for (const auto& used : said) {
            INFO("says it uses " << used << " and does not");
            CHECK((tree().usedBy(room).count(used) != 0 || isInside(used, "ui"))); // QML has no include lines
        }
    }
}

TEST_CASE("everyModuleSaysWhatItIsForInItsFirstLine")
{
    const fs::path root{MADO_SOURCE_DIR};
    for (const auto* top : {"app", "drivers", "faceauth", "ui", "tests", "packaging"})
        for (const auto& entry : fs::recursive_directory_iterator{root / top}) {
            if (entry.path().filename() != "CMakeLists.txt")
                continue;
            const auto text = contents(entry.path());
            INFO(entry.path());
            CHECK(text.rfind("# ", 0) == 0);
            CHECK(text.find('\n') > 20);
        }
}

// Whoever looks for a type by its name finds one file.
TEST_CASE("noTwoHeadersShareAName")
{
    std::map<std::string, std::string> seen;
    for (const auto& source : tree().sources()) {
        if (!source.file.ends_with(".h"))
            continue;
        const auto [first, fresh] = seen.emplace(fs::path{source.file}.filename(), source.file);
        INFO(source.file << " and " << first->second);
        CHECK(fresh);
    }
}
