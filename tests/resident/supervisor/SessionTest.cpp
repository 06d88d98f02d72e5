// SPDX-License-Identifier: Apache-2.0
#include "resident/supervisor/Session.h"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace std::chrono_literals;

namespace {

Session signedIn(Session::Time now = 0ms)
{
    Session session;
    session.checking();
    session.signInChecked({DeskProblem::None, StaffPerson{"tanaka", StaffRole::Reception, true, true, 0}, 0},
                          now);
    return session;
}

} // namespace

TEST_CASE("nobodyMayDoAnythingBeforeSigningIn")
{
    const Session session;

    for (std::size_t i = 0; i < kDeskOperationCount; ++i)
        CHECK_FALSE(session.may(static_cast<DeskOperation>(i)));
    CHECK(session.view().may.empty());
}

TEST_CASE("fiveMinutesWithoutAHandLock")
{
    auto session = signedIn();

    session.look(5min - 1ms);
    CHECK(session.may(DeskOperation::SeeBoard));
    CHECK(session.nextChange() == 5min);
    session.used(4min);
    session.look(6min);
    CHECK(session.may(DeskOperation::SeeBoard));
    session.look(9min);
    CHECK(session.state() == SessionState::Locked);
    CHECK_FALSE(session.may(DeskOperation::SeeBoard));
    CHECK(session.view().staff == "tanaka");
    CHECK(session.view().may.empty());
}

TEST_CASE("thePinOpensALockedDeskAndFiveWrongOnesEndTheSession")
{
    auto session = signedIn();
    session.lock();
    session.checking();
    session.pinChecked(true, 1min);
    CHECK(session.may(DeskOperation::OpenPane));

    session.lock();
    for (int i = 0; i < 4; ++i) {
        session.checking();
        session.pinChecked(false, 2min);
        CHECK(session.state() == SessionState::Locked);
        CHECK(session.view().problem == DeskProblem::PinWrong);
    }
    session.checking();
    session.pinChecked(false, 2min);

    CHECK(session.state() == SessionState::SignedOut);
    CHECK(session.view().problem == DeskProblem::SessionOver);
    CHECK_FALSE(session.person());
}

TEST_CASE("aSessionIsOverAfterTwelveHoursHoweverBusy")
{
    auto session = signedIn(1h);
    for (auto now = 1h + 0min; now < 13h; now += 4min) {
        session.look(now);
        session.used(now);
        CHECK(session.state() == SessionState::Open);
    }

    session.look(13h);

    CHECK(session.state() == SessionState::SignedOut);
}

TEST_CASE("aFailedSignInLeavesThingsAsTheyWere")
{
    auto session = signedIn();
    session.lock();
    session.checking();
    CHECK_FALSE(session.may(DeskOperation::SeeBoard));

    session.signInChecked({DeskProblem::SignInWait, std::nullopt, 30}, 1min);

    CHECK(session.state() == SessionState::Locked);
    CHECK(session.view().waitSeconds == 30);
}
