// SPDX-License-Identifier: Apache-2.0
#include "practice/run/VisitWatch.h"

#include "foundation/base/SystemClock.h"
#include "services/staff/PracticeStaff.h"

#include <algorithm>
#include <thread>

namespace madoguchi {
namespace {

using SteadyClock = std::chrono::steady_clock;

} // namespace

Result<VisitWatch> VisitWatch::connect(const std::filesystem::path& runtimeFolder, Milliseconds within)
{
    const auto end = SteadyClock::now() + within;
    while (true) {
        auto channel = Channel::connect(runtimeFolder / kBoardSocket);
        if (channel) {
            VisitWatch watch{*std::move(channel)};
            const auto signedIn = watch.signIn(within);
            return signedIn ? Result<VisitWatch>{std::move(watch)} : Result<VisitWatch>{signedIn.fault()};
        }
        if (SteadyClock::now() >= end)
            return channel.fault();
        std::this_thread::sleep_for(Milliseconds{10}); // a socket that is not there yet cannot be waited for
    }
}

/// As the practice's receptionist: nobody else is shown a row.
Result<void> VisitWatch::signIn(Milliseconds within)
{
    const auto asked =
        channel_.send(encode(SignIn{practiceName(StaffRole::Reception), kPracticePassword, {}}));
    if (!asked)
        return asked;
    const auto answered = until(
        [](const BoardSnapshot& board) {
            return board.session.state == SessionState::Open || board.session.problem != DeskProblem::None;
        },
        within);
    if (!answered || board_.session.state == SessionState::Open)
        return answered;
    return Fault{FaultCode::SettingsInvalid, FaultSpace::None, static_cast<int>(board_.session.problem),
                 "practice/signIn"};
}

Result<void> VisitWatch::until(const std::function<bool(const BoardSnapshot&)>& wanted, Milliseconds within)
{
    const auto end = SteadyClock::now() + within;
    const StopSignal never;
    if (board_.session.state == SessionState::Open)
        if (const auto told = channel_.send(encode(StillHere{})); !told)
            return told;
    while (!wanted(board_)) {
        const auto left = std::chrono::ceil<Milliseconds>(end - SteadyClock::now());
        const auto message = channel_.receive(never, std::max(left, Milliseconds{0}));
        if (!message)
            return message.fault();
        auto board = decodeBoard(*message);
        if (!board)
            return board.fault();
        take(*std::move(board));
    }
    return {};
}

void VisitWatch::take(BoardSnapshot board)
{
    board_ = std::move(board);
    const auto row = std::find_if(board_.rows.begin(), board_.rows.end(),
                                  [this](const BoardRow& r) { return r.tag == row_.tag; });
    if (row == board_.rows.end())
        return;
    row_ = *row;
    if (stages_.empty() || stages_.back().stage != row_.status.stage)
        stages_.push_back({row_.status.stage, row_.since, SystemClock{}.now()});
}

Result<void> VisitWatch::untilReady(Milliseconds within)
{
    return until(
        [](const BoardSnapshot& board) {
            return board.inService && board.spareWarm && !board.rows.empty() &&
                   board.rows.front().ended.count() == 0 && board.rows.front().status.stage == Stage::Idle;
        },
        within);
}

void VisitWatch::follow()
{
    row_ = board_.rows.front();
    stages_ = {{row_.status.stage, row_.since}};
}

Result<void> VisitWatch::untilStage(std::initializer_list<Stage> stages, Milliseconds within)
{
    return until(
        [&](const BoardSnapshot&) {
            return std::find(stages.begin(), stages.end(), row_.status.stage) != stages.end();
        },
        within);
}

Result<void> VisitWatch::untilServed(Milliseconds within)
{
    return until(
        [this](const BoardSnapshot& board) {
            return row_.ended.count() > 0 && board.inService && !board.rows.empty() &&
                   board.rows.front().tag != row_.tag;
        },
        within);
}

} // namespace madoguchi
