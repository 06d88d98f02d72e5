// SPDX-License-Identifier: Apache-2.0
// Who may do what, asked of the real supervisor over its real socket, as any program of the same user could.
#include "Terminal.h"

#include "domain/status/StaffOrder.h"
#include "formats/status/DeskMessages.h"
#include "foundation/base/SystemClock.h"
#include "services/staff/OneTimeCode.h"
#include "services/staff/PracticeStaff.h"

#include <catch2/catch.hpp>

#include <csignal>

using namespace madoguchi;
using namespace std::chrono_literals;

namespace {

/// A desk besides the terminal's own.
class SecondDesk {
public:
    explicit SecondDesk(const Terminal& terminal)
    {
        auto connected = Channel::connect(terminal.file("run") / kBoardSocket);
        REQUIRE(connected);
        channel_ = *std::move(connected);
        next();
    }

    void say(const DeskMessage& message) { REQUIRE(channel_.send(encode(message))); }

    const BoardSnapshot& next()
    {
        const StopSignal never;
        const auto message = channel_.receive(never, 10s);
        REQUIRE(message);
        auto board = decodeBoard(*message);
        REQUIRE(board);
        board_ = *std::move(board);
        return board_;
    }

    const BoardSnapshot& waitFor(const std::function<bool(const DeskSession&)>& condition)
    {
        while (!condition(board_.session))
            next();
        return board_;
    }

    const BoardSnapshot& waitForCall(BoardCall call)
    {
        while (board_.call != call)
            next();
        return board_;
    }

    DeskProblem signIn(const std::string& name, const std::string& password, const std::string& code = {})
    {
        say(SignIn{name, password, code});
        waitFor([](const DeskSession& s) { return s.state == SessionState::Checking; });
        return waitFor([](const DeskSession& s) { return s.state != SessionState::Checking; })
            .session.problem;
    }

    void signInAs(StaffRole role)
    {
        REQUIRE(signIn(practiceName(role), kPracticePassword) == DeskProblem::None);
    }

    [[nodiscard]] const BoardSnapshot& board() const { return board_; }

private:
    Channel channel_;
    BoardSnapshot board_;
};

/// Tries the operation, and says whether it had its effect on the terminal.
bool works(Terminal& terminal, SecondDesk& desk, DeskOperation operation, const std::string& tag)
{
    const auto refused = [&] {
        desk.waitFor([](const DeskSession& s) { return s.problem == DeskProblem::NotAllowed; });
        return false;
    };
    const bool may = std::ranges::find(desk.board().session.may, operation) != desk.board().session.may.end();
    switch (operation) {
    case DeskOperation::SeeBoard:
        return !desk.board().rows.empty();
    case DeskOperation::OpenPane: // the test's visit then reads a card
        desk.say(DeskOrder{tag, StaffOrder::OpenPane});
        if (!may)
            return refused();
        terminal.waitFor([](const BoardSnapshot& b) {
            return b.inService && b.rows.front().status.stage == Stage::ReadingCard;
        });
        return true;
    case DeskOperation::EndVisit:
        desk.say(DeskOrder{tag, StaffOrder::EndVisit});
        if (!may)
            return refused();
        terminal.waitFor([&](const BoardSnapshot& b) { return b.inService && b.rows.front().tag != tag; });
        return true;
    case DeskOperation::ReleaseStaff: {
        const SystemClock clock;
        const StaffBook book{terminal.file("staff"), practiceRules(), clock};
        static_cast<void>(book.signIn("ishi", Secret{"wrong-wrong-wrong"}, ""));
        desk.say(ReleaseStaff{"ishi"});
        if (!may)
            return refused();
        desk.say(LockDesk{}); // answered after the release
        desk.waitFor([](const DeskSession& s) { return s.state == SessionState::Locked; });
        const auto people = *book.people();
        return std::ranges::find(people, "ishi", &StaffPerson::name)->failures == 0;
    }
    }
    return false;
}

constexpr bool kReception[]{true, true, true, false};
constexpr bool kAdministrator[]{false, false, false, true};

} // namespace

TEST_CASE("everyCellOfTheMatrixHoldsAtTheSocket")
{
    for (std::size_t r = 0; r < kStaffRoleCount; ++r) {
        const auto role = static_cast<StaffRole>(r);
        for (std::size_t o = 0; o < kDeskOperationCount; ++o) {
            const auto operation = static_cast<DeskOperation>(o);
            Terminal terminal{"serve"};
            const auto tag = terminal.waitUntilReady().rows.front().tag;
            if (operation == DeskOperation::EndVisit)
                terminal.begin();
            SecondDesk desk{terminal};
            desk.signInAs(role);
            INFO("role " << r << " operation " << o);

            const bool expected = (role == StaffRole::Administrator ? kAdministrator : kReception)[o];
            CHECK(works(terminal, desk, operation, tag) == expected);

            const auto log = terminal.contents("audit/audit.log");
            const bool refusalLogged = log.find("\tStaffRefused\t") != std::string::npos;
            CHECK(refusalLogged == (!expected && operation != DeskOperation::SeeBoard));
        }
    }
}

TEST_CASE("withoutSigningInNothingIsSeenAndNothingDone")
{
    Terminal terminal{"serve"};
    const auto tag = terminal.waitUntilReady().rows.front().tag;
    SecondDesk desk{terminal};

    CHECK(desk.board().rows.empty());
    for (const DeskMessage& message :
         {DeskMessage{DeskOrder{tag, StaffOrder::OpenPane}},
          DeskMessage{DeskOrder{tag, StaffOrder::TypeNumber}}, DeskMessage{ReleaseStaff{"ishi"}}}) {
        desk.say(message);
        desk.say(SignIn{"nobody", "wrong-wrong-wrong", ""});
        desk.waitFor([](const DeskSession& s) { return s.problem == DeskProblem::SignInWrong; });
    }

    CHECK(desk.board().rows.empty());
    CHECK(terminal.waitUntilReady().rows.front().status.stage == Stage::Idle);
    CHECK(terminal.contents("audit/audit.log").find("StaffOrdered") == std::string::npos);
}

TEST_CASE("aLockedDeskSeesNothingUntilItsPinIsTyped")
{
    Terminal terminal{"serve"};
    const auto tag = terminal.waitUntilReady().rows.front().tag;
    SecondDesk desk{terminal};
    desk.signInAs(StaffRole::Reception);
    REQUIRE_FALSE(desk.board().rows.empty());

    desk.say(LockDesk{});
    desk.waitFor([](const DeskSession& s) { return s.state == SessionState::Locked; });
    CHECK(desk.board().rows.empty());
    desk.say(DeskOrder{tag, StaffOrder::OpenPane});
    desk.waitFor([](const DeskSession& s) { return s.problem == DeskProblem::NotAllowed; });
    desk.say(Unlock{"2581"});
    desk.waitFor([](const DeskSession& s) { return s.problem == DeskProblem::PinWrong; });
    CHECK(desk.board().rows.empty());
    desk.say(Unlock{kPracticePin});
    desk.waitFor([](const DeskSession& s) { return s.state == SessionState::Open; });

    CHECK_FALSE(desk.board().rows.empty());
    CHECK(terminal.waitUntilReady().rows.front().status.stage == Stage::Idle);
}

TEST_CASE("aLockedDeskHearsACallUntilSomebodyComesAndLearnsNothingElse")
{
    Terminal terminal{"call"};
    terminal.waitUntilReady();
    SecondDesk locked{terminal};
    locked.signInAs(StaffRole::Reception);
    locked.say(LockDesk{});
    locked.waitFor([](const DeskSession& s) { return s.state == SessionState::Locked; });
    SecondDesk nobody{terminal};
    CHECK(nobody.board().call == BoardCall::None);

    terminal.begin();

    for (auto* desk : {&locked, &nobody}) {
        CHECK(desk->waitForCall(BoardCall::Help).rows.empty());
        CHECK(desk->board().session.may.empty());
    }
    terminal.order(StaffOrder::OpenPane); // somebody comes
    CHECK(locked.waitForCall(BoardCall::None).rows.empty());
}

TEST_CASE("aCallStandsOnTheRowUntilSomebodyOpensIt")
{
    Terminal terminal{"call"};
    terminal.waitUntilReady();
    terminal.begin();

    // The visit has said so once, and something else since.
    const auto calling = terminal.waitFor([](const BoardSnapshot& b) { return b.call == BoardCall::Help; });
    CHECK(calling.rows.front().status.staffCalled);
    terminal.order(StaffOrder::OpenPane);
    const auto answered = terminal.waitFor([](const BoardSnapshot& b) { return b.call == BoardCall::None; });

    CHECK_FALSE(answered.rows.front().status.staffCalled);
}

TEST_CASE("aLockedDeskHearsOfACardLeftBehind")
{
    Terminal terminal{"leave-card"};
    terminal.waitUntilReady();
    SecondDesk desk{terminal};

    terminal.order(StaffOrder::OpenPane);

    CHECK(desk.waitForCall(BoardCall::CardLeft).rows.empty());
}

TEST_CASE("oneDesksSignInIsNoOtherDesks")
{
    Terminal terminal{"serve"};
    terminal.waitUntilReady();
    SecondDesk first{terminal};
    first.signInAs(StaffRole::Reception);

    SecondDesk second{terminal};

    CHECK(second.board().session.state == SessionState::SignedOut);
    CHECK(second.board().rows.empty());
    first.say(SignOut{});
    first.waitFor([](const DeskSession& s) { return s.state == SessionState::SignedOut; });
    CHECK(first.board().rows.empty());
}

TEST_CASE("theSecondFactorIsAskedForAtTheSocketAndSpentThere")
{
    Terminal terminal{"serve"};
    const SystemClock clock;
    const StaffBook book{terminal.file("staff"), practiceRules(), clock};
    const auto secret = *freshCodeSecret();
    REQUIRE(*book.setCodeSecret("ishi", secret) == StaffEdit::Done);
    const auto code =
        oneTimeCode(secret, static_cast<std::uint64_t>(clock.wallTime().time_since_epoch() / kOneTimeStep));
    SecondDesk desk{terminal};

    CHECK(desk.signIn("ishi", kPracticePassword) == DeskProblem::SignInWrong);
    CHECK(desk.signIn("ishi", kPracticePassword, code) == DeskProblem::None);
    SecondDesk replay{terminal};
    CHECK(replay.signIn("ishi", kPracticePassword, code) == DeskProblem::SignInWrong);
}

TEST_CASE("anEmergencyCodeIsOnRecordAndSaidAtEveryDesk")
{
    Terminal terminal{"serve"};
    const SystemClock clock;
    const StaffBook book{terminal.file("staff"), practiceRules(), clock};
    const auto codes = *freshEmergencyCodes();
    REQUIRE(*book.setCodeSecret("ishi", *freshCodeSecret()) == StaffEdit::Done);
    REQUIRE(*book.setEmergencyCodes("ishi", codes) == StaffEdit::Done);
    SecondDesk desk{terminal};
    CHECK_FALSE(desk.board().sealBroken);

    CHECK(desk.signIn("ishi", kPracticePassword, std::string{codes.front().text()}) == DeskProblem::None);

    CHECK(desk.board().sealBroken);
    CHECK(terminal.waitFor([](const BoardSnapshot& b) { return b.sealBroken; })
              .sealBroken); // and at the other one
    CHECK(terminal.contents("audit/audit.log").find("\tStaffEmergencyUsed\t") != std::string::npos);
    terminal.restart(SIGTERM);
    SecondDesk later{terminal};
    CHECK(later.board().sealBroken); // until somebody makes new ones
    REQUIRE(*book.setEmergencyCodes("ishi", *freshEmergencyCodes()) == StaffEdit::Done);
    later.signInAs(StaffRole::Administrator);
    CHECK_FALSE(later.board().sealBroken);
}

TEST_CASE("theLockoutOutlivesTheSupervisor")
{
    Terminal terminal{"serve"};
    {
        SecondDesk desk{terminal};
        for (int i = 0; i < 5; ++i)
            CHECK(desk.signIn("ishi", "wrong-wrong-wrong") == DeskProblem::SignInWrong);
    }

    terminal.restart(SIGKILL);

    SecondDesk desk{terminal};
    CHECK(desk.signIn("ishi", kPracticePassword) == DeskProblem::SignInWait);
    CHECK(desk.board().session.waitSeconds > 0);
}

TEST_CASE("aPrintedPageIsSignedByWhoeverOpenedTheWindow")
{
    Terminal terminal{"print"};
    terminal.waitUntilReady();
    terminal.order(StaffOrder::OpenPane);
    terminal.waitFor([](const BoardSnapshot& b) { return b.rows.front().status.stage == Stage::Finished; });

    const auto log = terminal.contents("audit/audit.log");
    const auto actorOf = [&log](const char* act) {
        const auto place = log.find(act);
        REQUIRE(place != std::string::npos);
        const auto from = log.rfind('\t', place - 1) + 1;
        return log.substr(from, place - from);
    };
    CHECK(actorOf("\tPagePrinted\tqualification-sheet\t").starts_with("staff:reception:"));
    CHECK(actorOf("\tPagePrinted\t") == actorOf("\tStaffOrdered\t"));
}

TEST_CASE("theLogKnowsWhoActedButNotByName")
{
    Terminal terminal{"serve"};
    const auto tag = terminal.waitUntilReady().rows.front().tag;
    terminal.order(StaffOrder::OpenPane);
    terminal.waitFor(
        [](const BoardSnapshot& b) { return b.rows.front().status.stage == Stage::ReadingCard; });
    SecondDesk desk{terminal};
    CHECK(desk.signIn("somebody", "wrong-wrong-wrong") == DeskProblem::SignInWrong);

    const auto log = terminal.contents("audit/audit.log");
    CHECK(log.find("\tstaff:reception:") != std::string::npos);
    CHECK(log.find("\tStaffSignedIn\t") != std::string::npos);
    CHECK(log.find("\tStaffSignInFailed\t") != std::string::npos);
    for (const auto* word : {"uketsuke", "somebody", kPracticePassword})
        CHECK(log.find(word) == std::string::npos);
}
