// SPDX-License-Identifier: Apache-2.0
// Folders that are full, read-only, gone, not ours or on another volume. Each case runs on a real file
// system; what no file system does on demand (a failing disk) the kernel is told to pretend.
#include "drivers/receipt/oqs/FolderHandOff.h"

#include "Child.h"
#include "Folders.h"
#include "drivers/receipt/oqs/FileFaults.h"
#include "tests/formats/oqs/Fictional.h"

#include <catch2/catch.hpp>

#include <cerrno>

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>

using namespace madoguchi;
namespace fs = std::filesystem;

namespace {

int deliver(const ReceiptFolders& settings)
{
    const FixedClock clock;
    FolderHandOff handOff{settings, clock};
    return child::exitCode(handOff.deliver(fictional::plainAnswer()));
}

constexpr unsigned kNameless = O_TMPFILE & ~O_DIRECTORY;
const child::Refusal kNoNameless{SYS_openat, EOPNOTSUPP, 2, kNameless};

} // namespace

TEST_CASE("fullFolderIsReportedAsFullAndShowsNothing")
{
    const Folders folders;

    for (const bool direct : {false, true}) {
        const auto code = child::run([&] {
            child::enterNamespace();
            child::mountTmpfs(folders.root, "size=64k,mode=0777");
            for (const auto* name : {"face", "res", "staging"})
                fs::create_directory(folders.root / name);
            std::ofstream{folders.root / "ballast"} << std::string(1 << 20, 'x');
            auto settings = folders.settings();
            settings.directWrite = direct;
            const int result = deliver(settings);
            return namesIn(folders.root / "face").empty() && namesIn(folders.root / "staging").empty()
                       ? result
                       : 99;
        });

        CHECK(code == child::exitCode(FaultCode::HandOverFolderFull));
    }
}

TEST_CASE("folderWithoutInodesIsFullToo")
{
    const Folders folders;

    const auto code = child::run([&] {
        child::enterNamespace();
        child::mountTmpfs(folders.root, "nr_inodes=4,mode=0777");
        for (const auto* name : {"face", "res", "staging"})
            fs::create_directory(folders.root / name);
        return deliver(folders.settings());
    });

    CHECK(code == child::exitCode(FaultCode::HandOverFolderFull));
}

TEST_CASE("readOnlyFolderIsReportedAsRefusing")
{
    const Folders folders;

    for (const bool direct : {false, true}) {
        const auto code = child::run([&] {
            child::enterNamespace();
            child::makeReadOnly(folders.root);
            auto settings = folders.settings();
            settings.directWrite = direct;
            return deliver(settings);
        });

        CHECK(code == child::exitCode(FaultCode::HandOverFolderRefused));
    }
    CHECK(namesIn(folders.root / "face").empty());
}

TEST_CASE("folderOfSomebodyElseIsReportedAsRefusing")
{
    for (const auto* closed : {"face", "staging"}) {
        const Folders folders;
        fs::permissions(folders.root / closed, fs::perms::owner_read | fs::perms::owner_exec |
                                                   fs::perms::others_read | fs::perms::others_exec);

        const auto code = child::run([&] {
            child::becomeNobody();
            return deliver(folders.settings());
        });

        INFO(closed);
        CHECK(code == child::exitCode(FaultCode::HandOverFolderRefused));
        CHECK(namesIn(folders.root / "face").empty());
    }
}

TEST_CASE("unprivilegedUndumpableWriterCanDeliver")
{
    const Folders folders;

    const auto code = child::run([&] {
        child::becomeNobody();
        prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
        return deliver(folders.settings());
    });

    CHECK(code == child::kDelivered);
    CHECK(namesIn(folders.root / "face").size() == 1);
}

TEST_CASE("missingFolderIsReportedAsMissing")
{
    for (const auto* missing : {"face", "staging"}) {
        const Folders folders;
        fs::remove(folders.root / missing);

        CHECK(deliver(folders.settings()) == child::exitCode(FaultCode::HandOverFolderMissing));
        CHECK_FALSE(fs::exists(folders.root / missing));
    }
}

TEST_CASE("fileInPlaceOfTheFolderIsReportedAsMissing")
{
    const Folders folders;
    fs::remove(folders.root / "face");
    put(folders.root / "face", "a file");

    CHECK(deliver(folders.settings()) == child::exitCode(FaultCode::HandOverFolderMissing));
    CHECK(contentOf(folders.root / "face") == "a file");
}

TEST_CASE("stagingOnAnotherVolumeIsNoticedAtTheCheck")
{
    const Folders folders;

    const auto checked = child::run([&] {
        child::enterNamespace();
        child::mountTmpfs(folders.root / "staging", "mode=0777");
        const FixedClock clock;
        const auto result = FolderHandOff{folders.settings(), clock}.check();
        return !result && result.fault().value == EXDEV ? 0 : 1;
    });
    const auto delivered = child::run([&] {
        child::enterNamespace();
        child::mountTmpfs(folders.root / "staging", "mode=0777");
        return deliver(folders.settings());
    });

    CHECK(checked == 0);
    CHECK(delivered == child::exitCode(FaultCode::HandOverFailed));
    CHECK(namesIn(folders.root / "face").empty());
}

TEST_CASE("checkSaysBeforehandWhatDeliverWouldSay")
{
    const FixedClock clock;
    const auto check = [&](const Folders& folders) {
        return child::exitCode(FolderHandOff{folders.settings(), clock}.check());
    };
    const Folders sound;
    const Folders missing;
    fs::remove(missing.root / "res");
    const Folders readOnly;

    const auto refused = child::run([&] {
        child::enterNamespace();
        child::makeReadOnly(readOnly.root);
        return check(readOnly);
    });

    CHECK(check(sound) == child::kDelivered);
    CHECK(check(missing) == child::exitCode(FaultCode::HandOverFolderMissing));
    CHECK(refused == child::exitCode(FaultCode::HandOverFolderRefused));
}

TEST_CASE("diskThatFailsLeavesNothingVisible")
{
    struct Case {
        std::vector<child::Refusal> refusals;
        FaultCode expected;
    };
    const std::vector<Case> cases{
        {{{SYS_fsync, EIO}}, FaultCode::HandOverFailed},
        {{{SYS_fsync, EDQUOT}}, FaultCode::HandOverFolderFull},
        {{{SYS_write, EIO}}, FaultCode::HandOverFailed},
        {{{SYS_write, ENOSPC}}, FaultCode::HandOverFolderFull},
        {{{SYS_linkat, EROFS}}, FaultCode::HandOverFolderRefused},
        {{{SYS_linkat, EEXIST}}, FaultCode::HandOverNameTaken},
        {{kNoNameless, {SYS_renameat2, EIO}}, FaultCode::HandOverFailed},
        {{kNoNameless, {SYS_renameat2, EEXIST}}, FaultCode::HandOverNameTaken},
        {{kNoNameless, {SYS_renameat2, EINVAL}, {SYS_linkat, EPERM}}, FaultCode::HandOverFolderRefused},
        {{kNoNameless, {SYS_flock, EWOULDBLOCK}}, FaultCode::HandOverNameTaken},
    };
    for (const auto& c : cases) {
        const Folders folders;

        const auto code = child::run([&] {
            for (const auto& refusal : c.refusals)
                child::refuse({refusal});
            return deliver(folders.settings());
        });

        INFO(c.refusals.back().call << " fails with " << c.refusals.back().error);
        CHECK(code == child::exitCode(c.expected));
        CHECK(namesIn(folders.root / "face").empty());
    }
}

TEST_CASE("fileSystemsWithoutNamelessFilesOrRenameFlagsWorkToo")
{
    const std::vector<std::vector<child::Refusal>> lacks{
        {kNoNameless},
        {kNoNameless, {SYS_renameat2, EINVAL}},
        {kNoNameless, {SYS_renameat2, ENOSYS}},
    };
    for (const auto& refusals : lacks) {
        const Folders folders;

        const auto code = child::run([&] {
            for (const auto& refusal : refusals)
                child::refuse({refusal});
            return deliver(folders.settings());
        });

        CHECK(code == child::kDelivered);
        CHECK(namesIn(folders.root / "face").size() == 1);
        CHECK(namesIn(folders.root / "staging").empty());
    }
}

TEST_CASE("noWayOfPublishingReplacesAFile")
{
    const std::vector<std::vector<child::Refusal>> lacks{
        {}, {kNoNameless}, {kNoNameless, {SYS_renameat2, EINVAL}}};
    for (const bool direct : {false, true}) {
        for (const auto& refusals : lacks) {
            const Folders folders;
            put(folders.root / "res" / "OQSsiquc01res_1.xml", "already here");

            const auto code = child::run([&] {
                for (const auto& refusal : refusals)
                    child::refuse({refusal});
                const FixedClock clock;
                auto settings = folders.settings();
                settings.directWrite = direct;
                return child::exitCode(
                    FolderHandOff{settings, clock}.answerRequest(fictional::plainAnswer(), "1"));
            });

            CHECK(code == child::exitCode(FaultCode::HandOverNameTaken));
            CHECK(contentOf(folders.root / "res" / "OQSsiquc01res_1.xml") == "already here");
            CHECK(namesIn(folders.root / "staging").empty());
        }
    }
}

TEST_CASE("everyErrnoBelongsToOneFault")
{
    CHECK(fileFault(ENOENT, "x").code == FaultCode::HandOverFolderMissing);
    CHECK(fileFault(ESTALE, "x").code == FaultCode::HandOverFolderMissing);
    CHECK(fileFault(EDQUOT, "x").code == FaultCode::HandOverFolderFull);
    CHECK(fileFault(EPERM, "x").code == FaultCode::HandOverFolderRefused);
    CHECK(fileFault(EEXIST, "x").code == FaultCode::HandOverNameTaken);
    for (int error = 1; error < 134; ++error) {
        const auto fault = fileFault(error, "x");
        CHECK(fault.space == FaultSpace::Errno);
        CHECK(fault.value == error);
        CHECK((fault.code >= FaultCode::HandOverFolderMissing && fault.code <= FaultCode::HandOverFailed));
    }
}
