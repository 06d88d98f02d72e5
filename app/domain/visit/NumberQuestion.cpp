// SPDX-License-Identifier: Apache-2.0
// A visit by number: staff type symbol and number of somebody without a card, or whom the card did not help.
// What lies on the reader meanwhile is nobody's.
#include "domain/visit/Rows.h"

#include <array>

namespace madoguchi {
namespace {

using enum Stage;

bool foundSomebody(const Visit&, const NumberAnswered& e)
{
    return e.outcome == Outcome::Received;
}

bool fileIsNotOwed(const Visit& v)
{
    return !v.file.owed;
}

void beginByNumber(Move& m)
{
    m.v.kind = Kind::ByNumber;
    m.v.question = Question::None;
    m.v.proof.reset();
    m.v.consents.reset();
    m.v.outcome = Outcome::None;
    m.go(WaitingForStaff);
    m.act(ArmErasure{});
}

void callStaffToType(Move& m)
{
    beginByNumber(m);
    m.act(CallStaff{});
}

void askNumber(Move& m)
{
    m.v.outcome = Outcome::None;
    m.go(AskingCentral);
    m.act(AskNumber{});
}

void showAnswer(Move& m, const NumberAnswered& e)
{
    m.v.lineUp = true;
    m.v.outcome = e.outcome;
    m.v.booking = {};
    m.act(ShowAnswer{});
    m.act(LookForBooking{});
}

void handOver(Move& m, const NumberAnswered& e)
{
    m.v.file = {.owed = true};
    m.go(HandingOver);
    showAnswer(m, e);
    m.act(ReleaseCard{});
    m.deliver();
}

void letStaffSeeWhy(Move& m, const NumberAnswered& e) // they may correct what they typed
{
    m.go(WaitingForStaff);
    showAnswer(m, e);
}

void letStaffTryAgain(Move& m, const NumberFailed& e)
{
    m.v.lineUp = e.fault.code != FaultCode::LineDown;
    m.go(WaitingForStaff, e.fault.code);
}

void giveUpAsking(Move& m)
{
    m.go(WaitingForStaff, FaultCode::TimedOut);
}

void endUnserved(Move& m)
{
    m.erase();
}

void declinedByStaff(Move& m)
{
    m.fail(FaultCode::StaffDeclined);
}

void nextCardWaits(Move& m)
{
    m.v.reader = OnReader::Next;
}

constexpr std::array kBegin{
    on<NoCardHere, always, callStaffToType>(Idle, WaitingForStaff, "no card"),
    on<StaffBegan, mayBeginByNumber, beginByNumber>(kNobodyHere.with(kOver), WaitingForStaff, "staff type"),
};

constexpr std::array kRows{
    on<NumberTyped, always, askNumber>(WaitingForStaff, AskingCentral, "number typed"),
    on<NumberTyped, fileIsNotOwed, askNumber>(Finished, AskingCentral, "another number typed"),
    on<NumberAnswered, foundSomebody, handOver>(AskingCentral, HandingOver, "answer"),
    on<NumberAnswered, always, letStaffSeeWhy>(AskingCentral, WaitingForStaff, "nobody found"),
    on<NumberFailed, always, letStaffTryAgain>(AskingCentral, WaitingForStaff, "no answer"),
    on<StepTimedOut, always, giveUpAsking>(AskingCentral, WaitingForStaff, "step timed out"),
    on<StepTimedOut, always, endUnserved>(WaitingForStaff, Erasing, "step timed out"),
    on<Cancelled, always, endUnserved>(WaitingForStaff, Erasing, "cancelled"),
    on<StaffRefused, always, declinedByStaff>(WaitingForStaff, Failed, "staff say no"),
    on<CardInserted, always, nextCardWaits>(kAlive.without(kOver), kStays),
};

} // namespace

std::span<const Row> numberBeginRows()
{
    return kBegin;
}

std::span<const Row> numberRows()
{
    return kRows;
}

} // namespace madoguchi
