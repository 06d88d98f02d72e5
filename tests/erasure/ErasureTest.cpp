// SPDX-License-Identifier: Apache-2.0
// A patient nobody else could be comes and goes, on the real terminal with the real kiosk. While they are
// there, the search finds them: in the visit, in the kiosk's texts, glyphs and pixels, their photo in the visit.
// After they have left, the same search over every process and file finds nothing.
#include "CanaryPerson.h"
#include "DrawnName.h"

#include "core/MaskedName.h"
#include "practice/run/Reception.h"
#include "practice/run/VisitProof.h"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>

using namespace madoguchi;
using namespace madoguchi::test;

namespace {

namespace fs = std::filesystem;
constexpr std::chrono::seconds kPatience{60};

std::vector<std::uint8_t> bytesOf(const fs::path& path)
{
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

/// The photo as the chip holds it. Its decoded pixels are no needle: only the face process has them, for so
/// short a time that the control did not meet them, and a needle that is never found proves nothing.
void addPhoto(Needles& needles, const fs::path& portrait)
{
    const auto file = bytesOf(portrait);
    REQUIRE(file.size() > 1000);
    needles.addRuns("photo", std::span{file}.subspan(500), 24, 64); // the headers of a JP2 are everybody's
}

/// A display of our own, inside the enclosure. Its server is one of the processes that are
/// searched.
struct Display {
    static constexpr const char* kName = ":97";

    Display()
    {
        auto started =
            Helper::start({"/usr/bin/Xvfb",
                           {kName, "-displayfd", "1", "-nolisten", "tcp", "-screen", "0", "1280x800x24"},
                           {},
                           kName + 1});
        REQUIRE(started);
        server = *std::move(started);
        setenv("DISPLAY", kName, 1);
        setenv("QT_QPA_PLATFORM", "xcb", 1);
        setenv("QT_QUICK_BACKEND", "software", 1);
    }
    Helper server;
};

class Clinic {
public:
    explicit Clinic(PracticeWindow window)
        : person_{CanaryPerson::random()}, reception_{folder(person_), MADO_BIN_DIR, settings(window)}
    {
        const auto& practice = reception_.folder();
        const auto masked = maskedName(person_.name);
        addTexts(needles_, person_, *findPersona(practice.people(), CanaryPerson::kLikeness));
        addMaskedName(needles_, person_);
        addDrawn(needles_, masked);
        addPhoto(needles_, practice.path() / "faces" / CanaryPerson::kLikeness / "portrait.jp2");
        REQUIRE(practice.standBeforeCamera(CanaryPerson::kLikeness));
        REQUIRE(reception_.open());
    }

    /// The patient comes; they are at one of `stages` when this returns.
    void sitDown(Method method, std::initializer_list<Stage> stages)
    {
        PatientPlan plan;
        plan.persona = CanaryPerson::kLikeness;
        plan.method = method;
        REQUIRE(reception_.folder().writePatient(plan));
        REQUIRE(watch().untilReady(kPatience));
        watch().follow();
        REQUIRE(reception_.layCard(plan.persona));
        REQUIRE(watch().untilStage(stages, kPatience));
    }

    /// ... and goes: the visit's last process has ended, and the next one waits with another behind it. What
    /// belongs to others (the card, the central system) has gone too.
    void leave()
    {
        reception_.takeCard();
        REQUIRE(watch().untilServed(kPatience));
        REQUIRE(watch().untilReady(kPatience));
        reception_.stopCentral();
    }

    [[nodiscard]] SearchReport search() { return searchEverywhere(needles_, reception_.folder()); }
    void openCentralAgain() { REQUIRE(reception_.startCentral()); }
    [[nodiscard]] VisitWatch& watch() { return reception_.watch(); }

private:
    static PracticeFolder folder(const CanaryPerson& person)
    {
        const auto root = fs::path{MADO_TEST_DIR} / "erasure";
        fs::create_directories(root / "people");
        fs::remove_all(root / "practice" / "cards" / CanaryPerson::kLikeness); // it bears the name of another
        fs::remove_all(root / "practice" / "receipt");
        person.writeAmongOthers(root / "people" / "people.toml");
        auto made = PracticeFolder::open(root / "practice", root / "people" / "people.toml");
        REQUIRE(made);
        REQUIRE(made->needFaces({CanaryPerson::kLikeness}));
        return *std::move(made);
    }

    static PracticeSettings settings(PracticeWindow window)
    {
        PracticeSettings settings;
        settings.models = MADO_MODELS;
        settings.window = window;
        settings.extra =
            "[deadlines]\nlooking_at_face = 60\nfinished = 60\n"; // time to look, while they are there
        return settings;
    }

    CanaryPerson person_;
    Reception reception_;
    Needles needles_;
};

/// How often `what` (a beginning) was found in programs whose name begins with `program`.
std::size_t foundIn(const SearchReport& report, std::string_view program, std::string_view what)
{
    std::size_t count = 0;
    for (const auto& [where, times] : report.found)
        if (where.starts_with(program) && where.find(": " + std::string{what}) != std::string::npos)
            count += times;
    return count;
}

void tell(const char* when, const SearchReport& report)
{
    std::map<std::string, std::size_t> byKind;
    for (const auto& [where, times] : report.found)
        byKind[where.substr(0, where.find(", "))] += times;
    std::cout << when << ": " << report.processes << " processes, " << report.files << " files, "
              << report.bytes / 1'000'000 << " MB, found " << report.total() << std::endl;
    for (const auto& [where, times] : byKind)
        std::cout << "  " << where << ": " << times << '\n';
}

void requireNothingLeft(const SearchReport& report)
{
    tell("after", report);
    CHECK(report.processes >= 6); // supervisor, two visits with kiosk and face each, pcscd
    CHECK(report.files > 0);
    CHECK(report.unread.empty());
    for (const auto& [where, times] : report.found)
        FAIL_CHECK("left behind: " << where << " (" << times << ")");
}

} // namespace

TEST_CASE("nothingOfAPatientIsLeftAfterAPinVisit")
{
    Clinic clinic{PracticeWindow::Offscreen};

    clinic.sitDown(Method::Pin, {Stage::Finished});
    const auto during = clinic.search();
    tell("with PIN", during);

    CHECK(foundIn(during, "madoguchi-visit", "name, UTF-8") > 0);
    CHECK(foundIn(during, "madoguchi-kiosk", "masked name, UTF-16") > 0);
    CHECK(foundIn(during, "madoguchi-kiosk", "glyphs") > 0);
    CHECK(foundIn(during, "madoguchi-kiosk", "glyph picture") > 0);
    CHECK(foundIn(during, "madoguchi-kiosk", "drawn name") > 0);

    clinic.leave();
    requireNothingLeft(clinic.search());
}

TEST_CASE("nothingOfAPatientIsLeftAfterAFaceVisit")
{
    Clinic clinic{PracticeWindow::Offscreen};

    clinic.sitDown(Method::Face, {Stage::LookingAtFace});
    auto looking = clinic.search();
    for (int again = 0; again < 3 && foundIn(looking, "madoguchi-visit", "photo") == 0; ++again)
        looking = clinic.search(); // the photo was still on its way over the link
    tell("looking at the face", looking);
    REQUIRE(clinic.watch().untilStage({Stage::Finished}, kPatience));

    // A comparison may be quicker than a search of half a gigabyte; then this run has no control for the photo.
    if (foundIn(looking, "madoguchi-visit", "photo") == 0)
        WARN("the photo's control was missed: the face was decided before the search came to it");

    clinic.leave();
    requireNothingLeft(clinic.search());
}

TEST_CASE("nothingOfAPatientIsLeftInADisplayServer")
{
    const Display display;
    Clinic clinic{PracticeWindow::Window};

    clinic.sitDown(Method::Pin, {Stage::Finished});
    const auto during = clinic.search();
    tell("on a display", during);
    CHECK(foundIn(during, "Xvfb", "drawn name") > 0);
    CHECK(foundIn(during, "madoguchi-kiosk", "glyphs") > 0);
    CHECK(foundIn(during, "madoguchi-kiosk", "glyph picture") > 0);
    CHECK(foundIn(during, "madoguchi-kiosk", "drawn name") > 0);

    clinic.leave();
    requireNothingLeft(clinic.search());
}
