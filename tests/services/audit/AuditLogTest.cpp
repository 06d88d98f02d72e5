// SPDX-License-Identifier: Apache-2.0
#include "AuditFolder.h"

#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include <csignal>

using namespace madoguchi;

namespace {

std::vector<std::string> linesOf(const std::string& text)
{
    std::vector<std::string> lines;
    std::istringstream stream{text};
    for (std::string line; std::getline(stream, line);)
        lines.push_back(line);
    return lines;
}

} // namespace

TEST_CASE("lineSaysWhoDidWhatWithoutNamingTheVisit")
{
    const AuditFolder folder;
    const std::string visit = "0123456789abcdef0123456789abcdef";
    {
        AuditLog log = folder.open();
        REQUIRE(log.append({.actor = AuditActor::Patient,
                            .act = AuditAct::IdentityProven,
                            .method = Method::Face,
                            .visit = visit,
                            .fault = FaultCode::FaceNotConfirmed}));
    }

    const auto text = folder.text();
    CHECK(text.starts_with("1\t5000\t2026-04-01T09:00:00Z\tdesk-1\tpatient\tIdentityProven\tface\t"));
    CHECK(text.find(visit) == std::string::npos);
    CHECK(text.find("\tok\t") == std::string::npos);
}

TEST_CASE("sameVisitHasTheSameObjectAndAnotherHasAnother")
{
    const AuditFolder folder;
    AuditLog log = folder.open();
    for (const char* visit : {"one", "one", "two"})
        REQUIRE(log.append({.act = AuditAct::VisitBegun, .visit = visit}));

    std::vector<std::string> objects;
    for (const auto& line : linesOf(folder.text())) {
        std::istringstream fields{line};
        std::string field;
        for (int i = 0; i < 8; ++i)
            std::getline(fields, field, '\t');
        objects.push_back(field);
    }

    REQUIRE(objects.size() == 3);
    CHECK(objects[0].size() == 32);
    CHECK(objects[0] == objects[1]);
    CHECK(objects[0] != objects[2]);
}

TEST_CASE("logGoesOnWhereItEnded")
{
    const AuditFolder folder;
    folder.write(3);
    folder.write(2);

    const auto verdict = verifyAudit(folder.path());

    CHECK(verdict.sound());
    CHECK(verdict.lines == 5);
    CHECK(verdict.unsignedLines == 0);
}

TEST_CASE("headIsSignedEverySoManyLines")
{
    const AuditFolder folder;
    AuditLog log = folder.open(4);
    for (int i = 0; i < 6; ++i)
        REQUIRE(log.append({}));

    CHECK(verifyAudit(folder.path()).unsignedLines == 2);
}

TEST_CASE("onlyOneWriterAtATime")
{
    const AuditFolder folder;
    const TestClock clock;
    const AuditLog first = folder.open();

    CHECK_FALSE(AuditLog::open(folder.path(), "desk-1", 100, clock));
}

TEST_CASE("othersOfTheMachineCannotLookInside")
{
    const AuditFolder folder;
    folder.write(1);

    const auto modeOf = [](const std::filesystem::path& file) {
        struct stat status {};
        REQUIRE(::stat(file.c_str(), &status) == 0);
        return status.st_mode & 0777U;
    };
    CHECK(modeOf(folder.path()) == 0700);
    for (const char* file : {"audit.log", "audit.head", "signing.pem", "object.key"})
        CHECK(modeOf(folder.path() / file) == 0600);
}

TEST_CASE("lineTornAtAnyByteIsMended")
{
    const AuditFolder folder;
    folder.write(3);
    const std::string whole = folder.text();
    const std::string torn = auditLine({.seq = 4, .terminal = "desk-1"}, std::string(64, 'a'));
    for (std::size_t length = 1; length < torn.size(); length += 7) {
        const AuditFolder copy;
        std::filesystem::copy(folder.path(), copy.path(),
                              std::filesystem::copy_options::recursive |
                                  std::filesystem::copy_options::overwrite_existing);
        copy.replace(whole + torn.substr(0, length));

        CHECK(verifyAudit(copy.path()).torn);
        copy.write(1);

        const auto verdict = verifyAudit(copy.path());
        CHECK(verdict.sound());
        CHECK_FALSE(verdict.torn);
        CHECK(verdict.lines == 5); // three, the recovery, one more
        CHECK(copy.text().find("LogRecovered") != std::string::npos);
        CHECK(copy.text().starts_with(whole));
    }
}

TEST_CASE("damagedLogIsSetAsideAndTheNewOneSaysSo")
{
    const AuditFolder folder;
    folder.write(3);
    std::string text = folder.text();
    text[10] ^= 1;
    folder.replace(text);

    folder.write(1);

    CHECK(verifyAudit(folder.path()).sound());
    CHECK(folder.text().find("LogReplaced") != std::string::npos);
    int aside = 0;
    for (const auto& entry : std::filesystem::directory_iterator{folder.path()})
        aside += entry.path().filename().string().find(".damaged-") != std::string::npos ? 1 : 0;
    CHECK(aside == 2); // log and head
}

TEST_CASE("logWithoutItsHeadIsNotTrusted")
{
    const AuditFolder folder;
    folder.write(3);
    std::filesystem::remove(folder.path() / kAuditHeadName);

    CHECK(verifyAudit(folder.path()).flaw == AuditFlaw::HeadMissing);
    folder.write(1);
    CHECK(folder.text().find("LogReplaced") != std::string::npos);
}

TEST_CASE("noAcknowledgedLineIsLostWhenTheWriterIsKilled")
{
    const AuditFolder folder;
    std::uint64_t acknowledged = 0;
    for (int round = 0; round < 10; ++round) {
        int ends[2];
        REQUIRE(::pipe(ends) == 0);
        const pid_t writer = ::fork();
        if (writer == 0) {
            AuditLog log = folder.open();
            while (log.append({.act = AuditAct::CardRead})) {
                const std::uint64_t lines = log.lines();
                if (::write(ends[1], &lines, sizeof lines) != sizeof lines)
                    break;
            }
            ::_exit(1);
        }
        ::close(ends[1]);
        for (int i = 0; i < 5 + round; ++i)
            REQUIRE(::read(ends[0], &acknowledged, sizeof acknowledged) == sizeof acknowledged);
        ::kill(writer, SIGKILL);
        ::waitpid(writer, nullptr, 0);
        while (::read(ends[0], &acknowledged, sizeof acknowledged) == sizeof acknowledged) {
        }
        ::close(ends[0]);

        const auto verdict = verifyAudit(folder.path());
        INFO(name(verdict.flaw));
        CHECK(verdict.sound());
        CHECK(verdict.lines >= acknowledged);
    }
    CHECK(acknowledged > 50);
}

TEST_CASE("fullDiskLeavesTheLogAsItWas")
{
    const AuditFolder folder;
    folder.write(2);
    const auto before = folder.text();

    const pid_t writer = ::fork();
    if (writer == 0) {
        AuditLog log = folder.open();
        ::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{before.size() + 40, before.size() + 40};
        ::setrlimit(RLIMIT_FSIZE, &limit); // the next line fits by 40 bytes only
        ::_exit(log.append({.act = AuditAct::CardRead}) ? 1 : 0);
    }
    int status = -1;
    ::waitpid(writer, &status, 0);

    CHECK(status == 0);
    CHECK(folder.text() == before);
}
