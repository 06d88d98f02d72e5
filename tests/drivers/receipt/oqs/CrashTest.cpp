// SPDX-License-Identifier: Apache-2.0
// The visit's process group dies by SIGKILL, at any moment. Here it does so before and after each system call
// of a hand-over, on each way a file can be published.
#include "drivers/receipt/oqs/FolderHandOff.h"

#include "Child.h"
#include "Folders.h"
#include "formats/oqs/QualificationAnswer.h"
#include "tests/formats/oqs/Fictional.h"

#include <catch2/catch.hpp>

#include <cerrno>
#include <csignal>

#include <fcntl.h>
#include <sys/syscall.h>

using namespace madoguchi;
namespace fs = std::filesystem;

namespace {

constexpr int kMoreStopsThanThereAre = 2000;

struct Way {
    const char* name;
    std::vector<child::Refusal> refusals;
    bool leavesNothing; ///< even without the next start's sweep
};

std::vector<Way> ways()
{
    constexpr unsigned kNameless = O_TMPFILE & ~O_DIRECTORY;
    const child::Refusal noNameless{SYS_openat, EOPNOTSUPP, 2, kNameless};
    return {{"nameless file", {}, true},
            {"rename", {noNameless}, false},
            {"link and unlink", {noNameless, {SYS_renameat2, EINVAL}}, false}};
}

child::Work deliverBy(const Way& way, const Folders& folders)
{
    return [&way, settings = folders.settings()] {
        for (const auto& refusal : way.refusals)
            child::refuse({refusal});
        const FixedClock clock;
        FolderHandOff handOff{settings, clock};
        return child::exitCode(handOff.deliver(fictional::plainAnswer()));
    };
}

} // namespace

TEST_CASE("killedAtAnySystemCallNothingPartialIsSeen")
{
    const auto whole = *writeQualificationAnswer(fictional::plainAnswer(), Encoding::Utf8);

    for (const auto& way : ways()) {
        int killed = 0;
        int delivered = 0;
        for (int stop = 1; stop < kMoreStopsThanThereAre; ++stop) {
            const Folders folders;
            put(folders.root / "face" / "neighbour.xml", "somebody else's");

            const auto code =
                child::runTo(stop, deliverBy(way, folders), [](int pid) { kill(pid, SIGKILL); });
            if (!code) // it was done before
                break;

            ++killed;
            INFO(way.name << ", stop " << stop);
            REQUIRE(*code == -1);
            CHECK(contentOf(folders.root / "face" / "neighbour.xml") == "somebody else's");
            for (const auto& name : namesIn(folders.root / "face")) {
                if (name == "neighbour.xml")
                    continue;
                ++delivered;
                CHECK(name.ends_with("_20261120093015.xml"));
                CHECK(contentOf(folders.root / "face" / name) == whole);
            }
            CHECK((!way.leavesNothing || namesIn(folders.root / "staging").empty()));

            const FixedClock clock;
            const FolderHandOff nextStart{folders.settings(), clock};
            CHECK(namesIn(folders.root / "staging").empty());
        }
        INFO(way.name << ": killed " << killed << " times, delivered " << delivered);
        CHECK(killed > 20);
        CHECK(delivered > 0);
        CHECK(delivered < killed);
    }
}

TEST_CASE("folderThatGoesAwayAtAnyMomentIsAFaultNotACrash")
{
    const auto way = ways().front();
    int missed = 0;

    for (int stop = 1; stop < kMoreStopsThanThereAre; ++stop) {
        const Folders folders;

        const auto code =
            child::runTo(stop, deliverBy(way, folders), [&](int) { fs::remove_all(folders.root / "face"); });
        if (!code)
            break;

        INFO("stop " << stop);
        CHECK((*code == child::kDelivered || *code == child::exitCode(FaultCode::HandOverFolderMissing)));
        CHECK(namesIn(folders.root / "staging").empty());
        missed += *code == child::exitCode(FaultCode::HandOverFolderMissing) ? 1 : 0;
    }
    CHECK(missed > 20);
}

TEST_CASE("fileThatIsCollectedAtOnceCountsAsDelivered")
{
    const auto way = ways().front();
    int collected = 0;

    for (int stop = 1; stop < kMoreStopsThanThereAre; ++stop) {
        const Folders folders;

        const auto code = child::runTo(stop, deliverBy(way, folders), [&](int) {
            for (const auto& name : namesIn(folders.root / "face")) {
                fs::rename(folders.root / "face" / name, folders.root / name);
                ++collected;
            }
        });
        if (!code)
            break;

        CHECK(*code == child::kDelivered);
    }
    CHECK(collected > 2);
}
