// SPDX-License-Identifier: Apache-2.0
#include "drivers/receipt/oqs/FolderHandOff.h"

#include "Child.h"
#include "Folders.h"
#include "formats/oqs/QualificationAnswer.h"
#include "foundation/base/UniqueFd.h"
#include "tests/formats/oqs/Fictional.h"

#include <catch2/catch.hpp>

#include <array>
#include <set>

#include <grp.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <sys/wait.h>

using namespace madoguchi;

namespace {

/// What a reader that watches the folder is told, and what the file holds at that moment.
struct Seen {
    std::uint32_t event;
    std::string name;
    std::string content;
};

std::vector<Seen> eventsIn(const std::filesystem::path& folder, int watch)
{
    std::vector<Seen> seen;
    std::array<char, 4096> buffer{};
    const auto size = read(watch, buffer.data(), buffer.size());
    for (ssize_t at = 0; at < size;) {
        inotify_event event{};
        std::copy_n(buffer.data() + at, sizeof event, reinterpret_cast<char*>(&event));
        const std::string name{buffer.data() + at + sizeof event};
        seen.push_back({event.mask, name, contentOf(folder / name)});
        at += static_cast<ssize_t>(sizeof event + event.len);
    }
    return seen;
}

} // namespace

namespace {

constexpr auto kGroup = "games"; // one that every Debian has, and whose only use here is to be another one
constexpr gid_t kGroupNumber = 60;

/// A second user, of whom only the group matters.
void becomeMember()
{
    const bool became = setgroups(1, &kGroupNumber) == 0 && setgid(65534) == 0 && setuid(65534) == 0;
    if (!became)
        _exit(child::kSetUpFailed);
}

} // namespace

TEST_CASE("theReceiptComputersGroupReadsAndMovesWhateverTheUmask")
{
    if (geteuid() != 0) {
        WARN("only root can be two users");
        return;
    }
    const Folders folders;
    const FixedClock clock;
    auto settings = folders.settings();
    settings.group = kGroup;
    settings.directWrite = GENERATE(false, true);
    std::string name;
    {
        const auto before = umask(0077);
        FolderHandOff handOff{settings, clock};
        CHECK(handOff.check().ok());
        const auto handOver = handOff.deliver(fictional::plainAnswer());
        umask(before);
        REQUIRE(handOver.ok());
        name = handOver->fileName;
    }
    struct stat status {};
    REQUIRE(stat((settings.face / name).c_str(), &status) == 0);
    CHECK(status.st_gid == kGroupNumber);
    CHECK((status.st_mode & 0777U) == 0660U);

    CHECK(child::run([&] {
              becomeMember();
              const bool read = !contentOf(settings.face / name).empty();
              const bool moved = rename((settings.face / name).c_str(), (settings.res / name).c_str()) == 0;
              return read && moved ? 0 : 1;
          }) == 0);
    CHECK(child::run([&] {
              child::becomeNobody();
              return contentOf(settings.res / name).empty() ? 0 : 1;
          }) == 0);
}

TEST_CASE("aGroupThatIsNotOursIsSaidBeforeAnythingIsHandedOver")
{
    const Folders folders;
    const FixedClock clock;
    auto settings = folders.settings();
    settings.group = GENERATE("nobody-has-heard-of-it", "games");

    CHECK(child::run([&] {
              child::becomeNobody();
              FolderHandOff handOff{settings, clock};
              const bool refused = handOff.check().fault().code == FaultCode::HandOverFolderRefused &&
                                   handOff.deliver(fictional::plainAnswer()).fault().where == "handoff/group";
              return refused && namesIn(settings.face).empty() ? 0 : 1;
          }) == 0);
}

TEST_CASE("answerLiesInTheFaceFolderUnderTheReportedName")
{
    const Folders folders;
    const FixedClock clock;
    FolderHandOff handOff{folders.settings(), clock};

    const auto handOver = handOff.deliver(fictional::plainAnswer());

    REQUIRE(handOver.ok());
    CHECK(handOver->fileName.ends_with("_20261120093015.xml"));
    CHECK_FALSE(handOver->kanjiNameOmitted);
    CHECK(namesIn(folders.root / "face") == std::vector{handOver->fileName});
    CHECK(namesIn(folders.root / "staging").empty());
    CHECK(contentOf(folders.root / "face" / handOver->fileName) ==
          *writeQualificationAnswer(fictional::plainAnswer(), Encoding::Utf8));
}

TEST_CASE("watcherSeesOneArrivalOfACompleteFile")
{
    const Folders folders;
    const FixedClock clock;
    FolderHandOff handOff{folders.settings(), clock};
    const UniqueFd watch{inotify_init1(IN_NONBLOCK | IN_CLOEXEC)};
    inotify_add_watch(watch.value(), (folders.root / "face").c_str(),
                      IN_CREATE | IN_MOVED_TO | IN_MODIFY | IN_MOVED_FROM);

    const auto handOver = handOff.deliver(fictional::plainAnswer());
    const auto seen = eventsIn(folders.root / "face", watch.value());

    REQUIRE(handOver.ok());
    REQUIRE(seen.size() == 1);
    CHECK((seen[0].event & (IN_CREATE | IN_MOVED_TO)) != 0);
    CHECK(seen[0].name == handOver->fileName);
    CHECK(seen[0].content.ends_with("</XmlMsg>\r\n"));
}

TEST_CASE("headerIsCompletedFromTheSettingsButNotOverwritten")
{
    const Folders folders;
    const FixedClock clock;
    FolderHandOff handOff{folders.settings(), clock};
    auto bare = fictional::plainAnswer();
    bare.institutionCode.clear();
    bare.executedAt.clear();
    bare.confirmedFor.clear();
    auto full = fictional::plainAnswer();
    full.institutionCode = "1319999982";

    const auto first =
        readQualificationAnswer(contentOf(folders.root / "face" / handOff.deliver(bare)->fileName));
    const auto second =
        readQualificationAnswer(contentOf(folders.root / "face" / handOff.deliver(full)->fileName));

    CHECK(first->institutionCode == "1319999991");
    CHECK(first->executedAt == "20261120093015");
    CHECK(first->confirmedFor == "20261120");
    CHECK(second->institutionCode == "1319999982");
}

TEST_CASE("nameTheEncodingCannotCarryStaysBehindAndIsReported")
{
    const Folders folders;
    const FixedClock clock;
    auto settings = folders.settings();
    settings.encoding = Encoding::Cp932;
    FolderHandOff handOff{settings, clock};
    auto answer = fictional::plainAnswer();
    answer.results[0].name = "𠮷田　次郎";

    const auto handOver = handOff.deliver(answer);
    const auto file = contentOf(folders.root / "face" / handOver->fileName);

    CHECK(handOver->kanjiNameOmitted);
    CHECK(file.find("<Name>") == std::string::npos);
    CHECK(readQualificationAnswer(file)->results.at(0).nameKana == answer.results[0].nameKana);
}

TEST_CASE("nameWithAMissingKanjiIsNobodysNameInAnyEncoding")
{
    const FixedClock clock;
    for (const auto encoding : {Encoding::Utf8, Encoding::Cp932}) {
        const Folders folders;
        auto settings = folders.settings();
        settings.encoding = encoding;
        FolderHandOff handOff{settings, clock};
        auto answer = fictional::plainAnswer();
        answer.results[0].name = "●田　次郎";

        const auto handOver = handOff.deliver(answer);
        const auto file = contentOf(folders.root / "face" / handOver->fileName);

        CHECK(handOver->kanjiNameOmitted);
        CHECK(readQualificationAnswer(file)->results.at(0).name.empty());
        CHECK(file.find("\u25CF") == std::string::npos);
        CHECK(file.find("\x81\x9C") == std::string::npos); // ● in CP932
    }
}

TEST_CASE("writersBesideEachOtherNeverTakeEachOthersNames")
{
    constexpr int kWriters = 8;
    constexpr int kEach = 12;
    const Folders folders;
    const FixedClock clock; // the same second for all of them

    std::vector<int> writers;
    for (int i = 0; i < kWriters; ++i) {
        writers.push_back(fork());
        if (writers.back() == 0) {
            FolderHandOff handOff{folders.settings(), clock};
            int delivered = 0;
            for (int j = 0; j < kEach; ++j)
                delivered += handOff.deliver(fictional::plainAnswer()).ok() ? 1 : 0;
            _exit(delivered == kEach ? 0 : 1);
        }
    }
    for (const int writer : writers) {
        int status = 0;
        waitpid(writer, &status, 0);
        CHECK((WIFEXITED(status) && WEXITSTATUS(status) == 0));
    }

    CHECK(namesIn(folders.root / "face").size() == kWriters * kEach);
    CHECK(namesIn(folders.root / "staging").empty());
    for (const auto& name : namesIn(folders.root / "face"))
        CHECK(readQualificationAnswer(contentOf(folders.root / "face" / name)).ok());
}

TEST_CASE("requestIsAnsweredUnderItsOwnNameOnce")
{
    const Folders folders;
    const FixedClock clock;
    const FolderHandOff handOff{folders.settings(), clock};

    const auto first = handOff.answerRequest(fictional::plainAnswer(), "202611200001");
    const auto again = handOff.answerRequest(fictional::answerWith(fictional::everything()), "202611200001");

    REQUIRE(first.ok());
    CHECK(first->fileName == "OQSsiquc01res_202611200001.xml");
    REQUIRE_FALSE(again.ok());
    CHECK(again.fault().code == FaultCode::HandOverNameTaken);
    CHECK(contentOf(folders.root / "res" / first->fileName) ==
          *writeQualificationAnswer(fictional::plainAnswer(), Encoding::Utf8));
    CHECK(namesIn(folders.root / "staging").empty());
}

TEST_CASE("requestWithAnUnusableNameIsNotAnswered")
{
    const Folders folders;
    const FixedClock clock;
    const FolderHandOff handOff{folders.settings(), clock};
    auto withoutRes = folders.settings();
    withoutRes.res.clear();

    CHECK_FALSE(handOff.answerRequest(fictional::plainAnswer(), "../face/x").ok());
    CHECK(FolderHandOff(withoutRes, clock).answerRequest(fictional::plainAnswer(), "1").fault().code ==
          FaultCode::NotOffered);
}

TEST_CASE("directWritePutsTheSameFileInPlace")
{
    const Folders folders;
    const FixedClock clock;
    auto settings = folders.settings();
    settings.directWrite = true;
    settings.staging = folders.root / "does-not-exist";
    FolderHandOff handOff{settings, clock};

    const auto handOver = handOff.deliver(fictional::plainAnswer());

    REQUIRE(handOver.ok());
    CHECK(contentOf(folders.root / "face" / handOver->fileName) ==
          *writeQualificationAnswer(fictional::plainAnswer(), Encoding::Utf8));
    CHECK(handOff.check().ok());
}

TEST_CASE("startSweepsWhatADeadWriterLeftAndNothingElse")
{
    const Folders folders;
    const FixedClock clock;
    put(folders.root / "staging" / "OQSsiquc01res_face_x.xml.madoguchi-part", "left behind");
    put(folders.root / "staging" / "somebody-elses.xml", "not ours");

    const FolderHandOff handOff{folders.settings(), clock};

    CHECK(namesIn(folders.root / "staging") == std::vector<std::string>{"somebody-elses.xml"});
}
