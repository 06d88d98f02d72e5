// SPDX-License-Identifier: Apache-2.0
#include "Terminal.h"

#include "services/audit/AuditVerifier.h"

#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include <catch2/catch.hpp>

#include <csignal>
#include <fstream>
#include <sstream>

using namespace madoguchi;
using namespace std::chrono_literals;

namespace {

using Clock = std::chrono::steady_clock;

/// The active visit has spoken: it is ready for a card.
bool served(const BoardSnapshot& board)
{
    return board.inService && board.rows.front().since > 0ms;
}

/// Another visit than `tag` is ready for a card, with a spare behind it.
auto successorOf(const std::string& tag)
{
    return [tag](const BoardSnapshot& board) {
        return served(board) && board.spareWarm && board.rows.front().tag != tag;
    };
}

const BoardRow& rowOf(const BoardSnapshot& board, const std::string& tag)
{
    const auto row = std::ranges::find(board.rows, tag, &BoardRow::tag);
    REQUIRE(row != board.rows.end());
    return *row;
}

int count(const std::string& text, const std::string& word)
{
    int found = 0;
    for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + 1))
        ++found;
    return found;
}

/// The group's init: the only child of the supervisor that has a busy or waiting family of this size.
pid_t initOf(const Terminal& terminal, std::size_t familyAtLeast)
{
    for (const auto& process : descendants(terminal.pid()))
        if (descendants(process.pid).size() >= familyAtLeast)
            return process.pid;
    FAIL("no such group");
    return -1;
}

} // namespace

TEST_CASE("oneVisitIsActiveAndTheNextIsWarm")
{
    Terminal terminal{"serve"};

    const auto board = terminal.waitUntilReady();

    CHECK(board.terminal == "test-1");
    CHECK(board.practice);
    CHECK(board.rows.size() == 1);
    CHECK(board.rows.front().status.stage == Stage::Idle);
}

TEST_CASE("nextPatientIsServedWithin200MillisecondsOfTheGroupsDeath")
{
    Terminal terminal{"serve"};
    for (int round = 0; round < 5; ++round) {
        const auto tag = terminal.begin().rows.front().tag;

        terminal.order(StaffOrder::EndVisit);
        const auto board = terminal.waitFor(successorOf(tag));

        const auto& before = rowOf(board, tag);
        const auto& now = board.rows.front();
        CHECK(before.ended - before.since <= 50ms); // from its farewell to the end of its last process
        CHECK(now.begun - before.ended <= 50ms);    // the spare was told to begin
        CHECK(now.since - before.ended <= 200ms);   // and says that it is ready for a card
        CHECK(rowOf(board, tag).status.outcome == Outcome::Received);
    }
}

TEST_CASE("crashOfAVisitHarmsNobodyElse")
{
    Terminal terminal{"crash"};
    const auto tag = terminal.waitUntilReady().rows.front().tag;

    terminal.order(StaffOrder::OpenPane);

    CHECK(terminal.waitFor(successorOf(tag)).rows.front().status.stage == Stage::Idle);
}

TEST_CASE("wholeFamilyDiesWithin50MillisecondsOfTheVisit")
{
    Terminal terminal{"family"};
    terminal.begin();
    const pid_t init = initOf(terminal, 5);
    const auto family = descendants(init);
    REQUIRE(family.size() >= 5); // visit, busy, stopped, deaf, orphan

    const auto started = Clock::now();
    REQUIRE(::kill(family.front().pid, SIGKILL) == 0);

    REQUIRE(allEnded(family, 10s));
    CHECK(Clock::now() - started < 50ms);
}

TEST_CASE("groupThatOverstaysIsKilledByTheSecondDeadline")
{
    Terminal terminal{"overstay"};
    const auto tag = terminal.waitUntilReady().rows.front().tag;

    terminal.order(StaffOrder::OpenPane);
    terminal.waitFor(successorOf(tag));
    terminal.signal(SIGTERM);
    CHECK(terminal.waitForExit() == 0);

    CHECK(count(terminal.contents("audit/audit.log"), "\tVisitKilled\t") == 1);
}

TEST_CASE("nothingAVisitSaysMovesItsEndAway")
{
    Terminal terminal{"extend"};
    const auto tag = terminal.waitUntilReady().rows.front().tag;

    terminal.order(StaffOrder::OpenPane);

    terminal.waitFor(successorOf(tag)); // within the test's ten seconds, not in ten minutes
}

TEST_CASE("groupThatStopsIsKilledByTheSecondDeadline")
{
    Terminal terminal{"overstay"};
    const auto tag = terminal.waitUntilReady().rows.front().tag;
    terminal.order(StaffOrder::OpenPane);
    terminal.waitFor(
        [](const BoardSnapshot& board) { return board.rows.front().status.stage == Stage::ReadingCard; });

    for (const auto& process : descendants(terminal.pid()))
        ::kill(process.pid, SIGSTOP); // inits included

    terminal.waitFor(
        [&](const BoardSnapshot& board) { return board.rows.empty() || board.rows.front().tag != tag; });
}

TEST_CASE("groupsDieWithTheirSupervisor")
{
    Terminal terminal{"family"};
    terminal.begin();
    const auto everybody = descendants(terminal.pid());
    REQUIRE(everybody.size() >= 8); // two inits, two visits, a family

    terminal.signal(SIGKILL);

    CHECK(allEnded(everybody, 10s));
}

TEST_CASE("visitThatSpeaksGibberishIsEnded")
{
    Terminal terminal{"gibberish"};
    const auto tag = terminal.waitUntilReady().rows.front().tag;

    terminal.order(StaffOrder::OpenPane);

    terminal.waitFor(successorOf(tag));
}

TEST_CASE("visitsThatDieAtOnceAreStartedEverMoreSlowly")
{
    Terminal terminal{"die-at-start"};

    const auto started = Clock::now();
    terminal.waitForLog("before it served anybody", 4);

    CHECK(Clock::now() - started >= 600ms); // 100 + 200 + 400, less what passed before the first look
    terminal.behave("serve");
    terminal.waitUntilReady();
}

TEST_CASE("visitThatDiesWhenActivatedDoesNotStopTheTerminal")
{
    Terminal terminal{"die-when-active"};
    terminal.waitFor([](const BoardSnapshot& board) { return board.inService; });

    terminal.behave("serve");

    terminal.waitFor(served);
}

TEST_CASE("auditLogTellsTheVisitFromBeginningToEnd")
{
    Terminal terminal{"fact"};
    const auto tag = terminal.begin().rows.front().tag;
    terminal.waitFor([](const BoardSnapshot& board) { // the visit was told that its fact is kept
        return board.rows.front().status.stage == Stage::Finished;
    });

    terminal.order(StaffOrder::EndVisit);
    terminal.waitFor(successorOf(tag));
    terminal.signal(SIGTERM);
    CHECK(terminal.waitForExit() == 0);

    const auto log = terminal.contents("audit/audit.log");
    for (const char* act : {"TerminalStarted", "StaffOrdered", "VisitBegun", "IdentityProven\tpin",
                            "VisitEnded", "TerminalStopped"})
        CHECK(count(log, std::string{"\t"} + act) >= 1);
    CHECK(log.find(tag) == std::string::npos);
    const auto verdict = verifyAudit(terminal.file("audit"));
    CHECK(verdict.sound());
    CHECK(verdict.unsignedLines == 0);
}

TEST_CASE("visitLearnsThatItsFactCouldNotBeKept")
{
    Terminal terminal{"fact"};
    terminal.waitUntilReady();
    // From here on no file of the supervisor may grow, as on a full disk.
    const rlimit nothing{0, RLIM_INFINITY};
    REQUIRE(::prlimit(terminal.pid(), RLIMIT_FSIZE, &nothing, nullptr) == 0);

    terminal.order(StaffOrder::OpenPane);
    const auto board =
        terminal.waitFor([](const BoardSnapshot& b) { return b.rows.front().status.stage == Stage::Failed; });
    CHECK(board.auditFailing);

    const rlimit anything{RLIM_INFINITY, RLIM_INFINITY};
    REQUIRE(::prlimit(terminal.pid(), RLIMIT_FSIZE, &anything, nullptr) == 0);
    terminal.order(StaffOrder::OpenPane);
    terminal.waitFor([](const BoardSnapshot& b) { // kept again, and the log holds together
        return b.rows.front().status.stage == Stage::Finished && !b.auditFailing;
    });
    terminal.signal(SIGTERM);
    CHECK(terminal.waitForExit() == 0);
    CHECK(verifyAudit(terminal.file("audit")).sound());
}

TEST_CASE("whatOneVisitLearnsOfAReaderTheNextIsTold")
{
    Terminal terminal{"learn"};
    const auto tag = terminal.begin().rows.front().tag;
    CHECK(terminal.contents("terminal.notes").empty()); // the first knows nothing

    terminal.order(StaffOrder::EndVisit);
    terminal.waitFor(successorOf(tag));

    CHECK(terminal.contents("terminal.notes") == "Test Reader 00 00 256\n");
}

TEST_CASE("onceEndsWithTheFirstPatient")
{
    Terminal terminal{"serve", {"--once"}};
    terminal.begin();

    terminal.order(StaffOrder::EndVisit);

    CHECK(terminal.waitForExit() == 0);
}

TEST_CASE("onceTellsThatTheVisitFailed")
{
    Terminal terminal{"gibberish", {"--once"}};
    terminal.waitUntilReady();

    terminal.order(StaffOrder::OpenPane);

    CHECK(terminal.waitForExit() == 1);
}

TEST_CASE("groupSeesItselfAlone")
{
    Terminal terminal{"look"};
    terminal.waitFor(served);

    const auto notes = terminal.contents("terminal.notes");
    REQUIRE(notes.ends_with("end\n"));
    CHECK(count(notes, "process ") == 2); // init and the visit
    CHECK(notes.find("SSLKEYLOGFILE") == std::string::npos);
    for (const auto& fd : {4, 5, 6, 7, 8, 9, 10})
        CHECK(count(notes, "fd " + std::to_string(fd) + "\n") <= (fd < 8 ? 1 : 0)); // what it opened itself
}

TEST_CASE("boardIsClosedToOtherUsers")
{
    if (::geteuid() != 0)
        return; // only root can become somebody else
    Terminal terminal{"serve"};
    const pid_t stranger = ::fork();
    if (stranger == 0) {
        if (::setuid(65534) != 0)
            ::_exit(2);
        ::_exit(Channel::connect(terminal.file("run") / kBoardSocket) ? 1 : 0);
    }
    int status = -1;
    ::waitpid(stranger, &status, 0);

    CHECK(status == 0);
}

TEST_CASE("orderForAVisitThatHasEndedIsIgnored")
{
    Terminal terminal{"serve"};
    const auto tag = terminal.begin().rows.front().tag;
    terminal.order(StaffOrder::EndVisit);
    terminal.order(StaffOrder::EndVisit); // the same row again
    const auto next = terminal.waitFor(successorOf(tag)).rows.front().tag;

    const auto board = terminal.begin();

    CHECK(board.rows.front().tag == next);
}

TEST_CASE("idleTerminalCostsNothing", "[.measure]")
{
    Terminal terminal{"serve"};
    terminal.waitUntilReady();
    const auto ticks = [&] {
        std::ifstream stat{"/proc/" + std::to_string(terminal.pid()) + "/stat"};
        std::string field;
        long total = 0;
        for (int i = 1; stat >> field && i <= 15; ++i)
            total += i >= 14 ? std::stol(field) : 0;
        return total;
    };
    const long before = ticks();
    const auto nobody = descendants(::getpid());
    allEnded(nobody, 5s); // they do not: five seconds of idling

    const double share =
        static_cast<double>(ticks() - before) / static_cast<double>(::sysconf(_SC_CLK_TCK)) / 5;

    WARN("idle supervisor: " << share * 100 << " % of a processor");
    CHECK(share < 0.005);
}
