// SPDX-License-Identifier: Apache-2.0
// A patient nobody else could be comes and goes, on the real terminal with the real kiosk. While they are
// there, the search finds them: in the visit, in the kiosk's texts, glyphs and pixels, their photo in the
// visit and, decoded, in the comparison. After they have left, the same search over every process and file
// finds nothing.
#include "CanaryPerson.h"
#include "DrawnName.h"

#include "domain/eligibility/MaskedName.h"
#include "faceauth/compare/PortraitDecoder.h"
#include "practice/run/Reception.h"
#include "practice/run/VisitProof.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <csignal>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iostream>
#include <iterator>
#include <poll.h>

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

/// The photo as the chip holds it, and as rows of pixels from the middle of the picture, where the face is.
void addPhoto(Needles& needles, const fs::path& portrait)
{
    const auto file = bytesOf(portrait);
    REQUIRE(file.size() > 1000);
    needles.addRuns("photo", std::span{file}.subspan(500), 24, 64); // the headers of a JP2 are everybody's

    constexpr std::size_t kRun = 64; // twenty pixels: what is alike in two pictures is shorter
    const auto picture = decodePortrait(file);
    REQUIRE(picture);
    const auto third = static_cast<std::size_t>(picture->width * picture->channels()) / 3;
    std::size_t runs = 0;
    for (int y = picture->height / 3; y < 2 * picture->height / 3; ++y)
        runs += needles.addRuns("decoded photo", {picture->row(y) + third, third}, kRun, kRun);
    REQUIRE(runs > 50);
}

/// Every comparison of the machine, halted. While one is, its visit holds the photo and waits.
class HaltedFaces {
public:
    HaltedFaces()
    {
        for (const auto& entry : fs::directory_iterator{"/proc"}) {
            std::string name;
            std::getline(std::ifstream{entry.path() / "comm"}, name);
            if (name == "madoguchi-face")
                processes_.push_back(std::stoi(entry.path().filename()));
        }
        REQUIRE_FALSE(processes_.empty());
        waitUntilWarm();
        signal(SIGSTOP);
    }
    ~HaltedFaces() { signal(SIGCONT); }
    HaltedFaces(const HaltedFaces&) = delete;
    HaltedFaces& operator=(const HaltedFaces&) = delete;

    /// Lets them compute for so long, by their own clock, however busy the machine is.
    void goOnFor(std::chrono::milliseconds computing) const
    {
        const auto end = computed() + computing;
        signal(SIGCONT);
        for (int turns = 0; computed() < end && turns < 5000; ++turns)
            ::poll(nullptr, 0, 1);
        signal(SIGSTOP);
    }

    [[nodiscard]] SearchReport search(const Needles& needles) const
    {
        SearchReport report;
        for (const pid_t process : processes_)
            searchProcess(needles, process, report);
        return report;
    }

private:
    /// The models have been read, which takes much longer than a comparison: nothing to compute for a while.
    void waitUntilWarm() const
    {
        constexpr int kLooks = 40; // of five milliseconds
        int idle = 0;
        for (int turns = 0; idle < kLooks && turns < 12'000; ++turns) {
            const bool all = std::all_of(processes_.begin(), processes_.end(), asleep);
            idle = all ? idle + 1 : 0;
            ::poll(nullptr, 0, 5);
        }
        REQUIRE(idle == kLooks);
    }

    static bool asleep(pid_t process)
    {
        std::ifstream stat{"/proc/" + std::to_string(process) + "/stat"};
        std::string number, name, state;
        stat >> number >> name >> state;
        return state == "S";
    }

    void signal(int number) const
    {
        for (const pid_t process : processes_)
            ::kill(process, number);
    }

    [[nodiscard]] std::chrono::nanoseconds computed() const
    {
        std::chrono::nanoseconds sum{0};
        for (const pid_t process : processes_) {
            clockid_t clock{};
            timespec time{};
            if (::clock_getcpuclockid(process, &clock) == 0 && ::clock_gettime(clock, &time) == 0)
                sum += std::chrono::seconds{time.tv_sec} + std::chrono::nanoseconds{time.tv_nsec};
        }
        return sum;
    }

    std::vector<pid_t> processes_;
};

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
        waitForAPatient();
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

    /// A desk at which somebody has signed in, from before the first patient on.
    void staffTheDesk()
    {
        auto reader = Helper::start({.program = fs::path{MADO_TEST_DIR} / "board_reader",
                                     .arguments = {(reception_.folder().path() / "run").string()},
                                     .readyLine = "the board is open"});
        REQUIRE(reader);
        desk_ = *std::move(reader);
    }
    [[nodiscard]] bool deskIsStaffed() const { return desk_.running(); }
    void waitUntilFlagged()
    {
        REQUIRE(watch().until(
            [this](const BoardSnapshot&) { return watch().row().status.reservation.has_value(); },
            kPatience));
    }

    void waitForAPatient() { REQUIRE(watch().untilReady(kPatience)); }

    [[nodiscard]] const Needles& needles() const { return needles_; }
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
            "[deadlines]\nlooking_at_face = 120\nfinished = 60\n"; // time to look, while they are there
        return settings;
    }

    CanaryPerson person_;
    Reception reception_;
    Helper desk_;
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

/// Who must never learn of a patient, even while they are there: supervisor, board, and whoever reads what a
/// board is sent.
void requireNoneOutsideTheGroup(const SearchReport& report)
{
    for (const auto* program : {"madoguchi(", "madoguchi-desk(", "board_reader("})
        CHECK(foundIn(report, program, "") == 0);
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
    requireNoneOutsideTheGroup(during);

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

    clinic.waitForAPatient();
    {
        // A comparison is quicker than a search, so it is halted before the patient comes: the photo stays in
        // the visit. Then it goes on by small steps; its network alone needs many of them with the photo
        // before it.
        const HaltedFaces faces;
        clinic.sitDown(Method::Face, {Stage::LookingAtFace});
        SearchReport waiting;
        for (int again = 0; again < 20 && foundIn(waiting, "madoguchi-visit", "photo") == 0; ++again)
            waiting = clinic.search(); // the photo is still on its way over the link
        tell("the photo in the visit", waiting);
        CHECK(foundIn(waiting, "madoguchi-visit", "photo") > 0);

        SearchReport comparing;
        for (int step = 0; step < 100 && foundIn(comparing, "madoguchi-face", "decoded photo") == 0; ++step) {
            faces.goOnFor(std::chrono::milliseconds{20});
            comparing = faces.search(clinic.needles());
        }
        tell("the photo being compared", comparing);
        CHECK(foundIn(comparing, "madoguchi-face", "decoded photo") > 0);
    }
    REQUIRE(clinic.watch().untilStage({Stage::Finished}, kPatience));

    clinic.leave();
    requireNothingLeft(clinic.search());
}

TEST_CASE("nothingOfAPatientIsLeftInADisplayServer")
{
    const Display display;
    Clinic clinic{PracticeWindow::Window};

    clinic.waitForAPatient();
    clinic.staffTheDesk();
    clinic.sitDown(Method::Pin, {Stage::Finished});
    clinic.waitUntilFlagged(); // the board has everything it will ever have of this patient
    const auto during = clinic.search();
    tell("on a display", during);
    CHECK(clinic.deskIsStaffed());
    requireNoneOutsideTheGroup(during);
    CHECK(foundIn(during, "Xvfb", "drawn name") > 0);
    CHECK(foundIn(during, "madoguchi-kiosk", "glyphs") > 0);
    CHECK(foundIn(during, "madoguchi-kiosk", "glyph picture") > 0);
    CHECK(foundIn(during, "madoguchi-kiosk", "drawn name") > 0);

    clinic.leave();
    requireNothingLeft(clinic.search());
}
