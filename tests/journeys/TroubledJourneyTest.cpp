// SPDX-License-Identifier: Apache-2.0
#include "Desk.h"

#include <catch2/catch.hpp>

#include <fstream>
#include <sys/mount.h>
#include <unistd.h>

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

/// Puts another file system over the receipt computer's folder for as long as it lives.
class Overmounted {
public:
    Overmounted(const std::filesystem::path& folder, unsigned long flags, const char* options)
        : folder_{folder}
    {
        REQUIRE(mount("tmpfs", folder.c_str(), "tmpfs", flags, options) == 0);
    }
    ~Overmounted() { umount2(folder_.c_str(), MNT_DETACH); }

private:
    std::filesystem::path folder_;
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
        const auto root = desk.reception().folder().path() / "receipt";
        const Overmounted small{root, 0, "size=16k"};
        std::filesystem::create_directories(root / "face");
        std::ofstream{root / "filler"} << std::string(64 * 1024, 'x');
        journey = desk.serve(plan("hanako"));
    }

    CHECK(journey.row.status.stage == Stage::Finished);
    CHECK(journey.row.status.fault);
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
        const auto folder = desk.reception().folder().received();
        const Overmounted readOnly{folder, MS_RDONLY, ""};
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

TEST_CASE("aReaderThatOnlyKnowsShortCommandsStillServes")
{
    const auto journey = Desk::open().serve(plan("hanako"), {"--short-only"});

    CHECK(journey.row.status.outcome == Outcome::Received);
    CHECK(journey.link.apdus > 7);
    CHECK(journey.nextServed);
}
