// SPDX-License-Identifier: Apache-2.0
#include "Desk.h"

#include <catch2/catch.hpp>

#include <csignal>
#include <fstream>
#include <sys/mount.h>
#include <sys/resource.h>

using namespace madoguchi;
using namespace madoguchi::test;

namespace {

/// The next patient comes, and everything is as ever.
void requireNextPatientServed()
{
    const auto journey = Desk::open().serve(plan("hanako"));
    CHECK(journey.row.status.outcome == Outcome::Received);
    CHECK_FALSE(journey.row.status.fault);
    CHECK(journey.nextServed);
}

/// The enclosure's pcscd, by its name in /proc.
pid_t pcscd()
{
    for (const auto& entry : std::filesystem::directory_iterator{"/proc"}) {
        std::string comm;
        std::getline(std::ifstream{entry.path() / "comm"} >> std::ws, comm);
        if (comm == "pcscd")
            return std::stoi(entry.path().filename());
    }
    return -1;
}

/// The receipt computer's volume filled to the last byte for as long as this lives.
class FullVolume {
public:
    explicit FullVolume(const std::filesystem::path& volume) : filler_{volume / "filler"}
    {
        std::ofstream file{filler_};
        const std::string block(4096, 'x');
        while (file.write(block.data(), static_cast<std::streamsize>(block.size())).flush()) {
        }
    }
    ~FullVolume() { std::filesystem::remove(filler_); }

private:
    std::filesystem::path filler_;
};

/// The volume read-only for as long as this lives: the same file system, so every process sees it.
class ReadOnlyVolume {
public:
    explicit ReadOnlyVolume(std::filesystem::path volume) : volume_{std::move(volume)} { remount(MS_RDONLY); }
    ~ReadOnlyVolume() { mount("none", volume_.c_str(), nullptr, MS_REMOUNT, nullptr); }

private:
    void remount(unsigned long flags)
    {
        REQUIRE(mount("none", volume_.c_str(), nullptr, MS_REMOUNT | flags, nullptr) == 0);
    }
    std::filesystem::path volume_;
};

/// The files of one process cannot grow for as long as this lives, as on a full disk: its audit log above
/// all.
class NoFileGrows {
public:
    explicit NoFileGrows(pid_t process) : process_{process} { limit({0, RLIM_INFINITY}); }
    ~NoFileGrows() { limit({RLIM_INFINITY, RLIM_INFINITY}); }

private:
    void limit(rlimit to) const { CHECK(prlimit(process_, RLIMIT_FSIZE, &to, nullptr) == 0); }
    pid_t process_;
};

} // namespace

TEST_CASE("aCardPulledAtAnyCommandHarmsNobody")
{
    auto& desk = Desk::open();
    for (int k = 1; k <= 7; ++k) {
        INFO("pulled at APDU " << k);
        REQUIRE(desk.reception().folder().writePatient(plan("hanako")));
        REQUIRE(desk.watch().untilReady(std::chrono::seconds{60}));
        desk.watch().follow();

        REQUIRE(desk.reception().layCard("hanako", {"--pull-at", std::to_string(k)}));
        REQUIRE(desk.watch().untilStage({Stage::Failed, Stage::Erasing, Stage::Finished},
                                        std::chrono::seconds{30}));

        CHECK(desk.watch().row().status.stage != Stage::CardLeftBehind);
        CHECK(desk.watch().untilServed(std::chrono::seconds{60}));
        desk.reception().takeCard();
    }
    requireNextPatientServed();
}

TEST_CASE("noAnswerFromTheCentralSystemEndsAtTheReception")
{
    auto& desk = Desk::open();
    REQUIRE(desk.reception().trouble("broken"));

    const auto journey = desk.serve(plan("hanako"));
    REQUIRE(desk.reception().trouble("none"));

    CHECK(journey.row.status.stage == Stage::Failed);
    CHECK(journey.row.status.fault == FaultCode::CentralBusy);
    CHECK(journey.row.status.handOverFile.empty());
    CHECK(journey.nextServed);
    requireNextPatientServed();
}

TEST_CASE("aCentralSystemThatIsGoneIsALineDown")
{
    auto& desk = Desk::open();
    REQUIRE(desk.watch().untilReady(std::chrono::seconds{60}));
    desk.reception().stopCentral();

    const auto journey = desk.serve(plan("hanako"));
    REQUIRE(desk.reception().startCentral());

    CHECK(journey.row.status.fault == FaultCode::LineDown);
    CHECK(journey.nextServed);
    requireNextPatientServed();
}

TEST_CASE("aMissingReceiptFolderCallsStaffAndNotThePatient")
{
    auto& desk = Desk::open();
    const auto folder = desk.reception().folder().received();
    const auto aside = folder.parent_path() / "aside";
    REQUIRE(desk.watch().untilReady(std::chrono::seconds{60}));
    std::filesystem::rename(folder, aside);

    const auto journey = desk.serve(plan("hanako"));
    std::filesystem::rename(aside, folder);

    CHECK(journey.row.status.stage == Stage::Finished);
    CHECK(journey.row.status.fault == FaultCode::HandOverFolderMissing);
    CHECK(journey.nextServed);
    requireNextPatientServed();
}

TEST_CASE("aFullReceiptFolderIsNamedAsFull")
{
    auto& desk = Desk::open();
    REQUIRE(desk.watch().untilReady(std::chrono::seconds{60}));
    Journey journey;
    {
        const FullVolume full{desk.volume()};
        journey = desk.serve(plan("hanako"));
    }

    CHECK(journey.row.status.fault == FaultCode::HandOverFolderFull);
    CHECK(journey.row.status.handOverFile.empty());
    CHECK(journey.nextServed);
    requireNextPatientServed();
}

TEST_CASE("aReadOnlyReceiptFolderIsNamedAsRefused")
{
    auto& desk = Desk::open();
    REQUIRE(desk.watch().untilReady(std::chrono::seconds{60}));
    Journey journey;
    {
        const ReadOnlyVolume readOnly{desk.volume()};
        journey = desk.serve(plan("hanako"));
    }

    CHECK(journey.row.status.fault == FaultCode::HandOverFolderRefused);
    CHECK(journey.nextServed);
    requireNextPatientServed();
}

TEST_CASE("anotherCardIsNamedAsSuch")
{
    const auto journey = Desk::open().serve(plan("hanako"), {"--kind", "other"});

    CHECK(journey.row.status.fault == FaultCode::NotMyNumberCard);
    CHECK(journey.nextServed);
}

TEST_CASE("aClonedCardDoesNotPassByFace")
{
    const auto journey = Desk::open().serve(plan("hanako", Method::Face), {"--cloned"});

    CHECK(journey.row.status.fault == FaultCode::CardCloned);
    CHECK_FALSE(journey.row.status.proof);
    CHECK(journey.nextServed);
}

TEST_CASE("aTamperedPhotoIsNeverDecoded")
{
    const auto journey = Desk::open().serve(plan("hanako", Method::Face), {"--tampered-photo"});

    CHECK(journey.row.status.fault == FaultCode::CardNotGenuine);
    CHECK_FALSE(journey.row.status.proof);
    CHECK(journey.nextServed);
}

TEST_CASE("anExpiredOrMissingCertificateSendsToTheReception")
{
    CHECK(Desk::open().serve(plan("hanako"), {"--expired"}).row.status.fault ==
          FaultCode::CertificateExpired);
    CHECK(Desk::open().serve(plan("hanako"), {"--no-certificate"}).row.status.fault ==
          FaultCode::CertificateMissing);
    requireNextPatientServed();
}

TEST_CASE("aReaderThatOnlyKnowsShortCommandsServesAndIsFoundOutOnce")
{
    auto& desk = Desk::open();
    const auto first = desk.serve(plan("hanako"), {"--short-only"});
    const auto second = desk.serve(plan("hanako"), {"--short-only"});
    const auto third = desk.serve(plan("hanako"), {"--short-only"});
    desk.reception().stopTerminal(); // the reader can do more again
    REQUIRE(desk.reception().startTerminal());

    CHECK(first.row.status.outcome == Outcome::Received);
    CHECK(second.row.status.outcome == Outcome::Received);
    CHECK(first.link.apdus > 7);
    CHECK(second.link.apdus == first.link.apdus - 1);
    CHECK(third.link.apdus == second.link.apdus);
    requireNextPatientServed();
}

TEST_CASE("aVisitThatCannotBePutOnRecordEndsAtTheReception")
{
    auto& desk = Desk::open();
    REQUIRE(desk.reception().folder().writePatient(plan("hanako")));
    REQUIRE(desk.watch().untilReady(std::chrono::seconds{60}));
    desk.watch().follow();
    {
        const NoFileGrows full{desk.reception().terminal().pid()};
        REQUIRE(desk.reception().layCard("hanako"));
        REQUIRE(desk.watch().untilStage({Stage::Finished, Stage::Failed}, std::chrono::seconds{60}));
        CHECK(desk.watch().board().auditFailing);
    }

    CHECK(desk.watch().row().status.stage == Stage::Failed);
    CHECK(desk.watch().row().status.fault == FaultCode::RecordNotKept);
    CHECK_FALSE(desk.watch().row().status.proof); // the PIN was right, but nobody would ever know
    CHECK(desk.watch().row().status.handOverFile.empty());
    desk.reception().takeCard();
    CHECK(desk.watch().untilServed(std::chrono::seconds{60}));
    requireNextPatientServed();
}

TEST_CASE("aReaderServiceThatDiesMidVisitIsRecoveredFrom")
{
    auto& desk = Desk::open();
    REQUIRE(
        desk.reception().folder().writePatient(plan("kaocard"))); // nobody types a PIN: staff are waited for
    REQUIRE(desk.watch().untilReady(std::chrono::seconds{60}));
    desk.watch().follow();
    REQUIRE(desk.reception().layCard("kaocard"));
    REQUIRE(desk.watch().untilStage({Stage::WaitingForStaff, Stage::ChoosingMethod, Stage::EnteringPin},
                                    std::chrono::seconds{30}));

    const auto service = pcscd();
    REQUIRE(service > 0);
    REQUIRE(kill(service, SIGKILL) == 0);
    REQUIRE(desk.watch().untilStage({Stage::Failed}, std::chrono::seconds{30}));
    CHECK(desk.watch().row().status.fault.has_value());
    desk.reception().takeCard();
    REQUIRE(desk.watch().untilServed(std::chrono::seconds{60}));
    REQUIRE(desk.watch().until(
        [](const BoardSnapshot& board) {
            return !board.rows.empty() && board.rows.front().status.stage == Stage::OutOfService;
        },
        std::chrono::seconds{30}));

    // The service manager starts it again; the same waiting visit goes back into service by itself.
    auto restarted = Helper::start(
        {"/usr/sbin/pcscd", {"--foreground", "--config", "/run/pcscd/practice-reader.conf"}, "/dev/null"});
    REQUIRE(restarted);
    REQUIRE(desk.watch().untilReady(std::chrono::seconds{60}));
    requireNextPatientServed();
}
