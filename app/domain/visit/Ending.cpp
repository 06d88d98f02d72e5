// SPDX-License-Identifier: Apache-2.0
// The end of every visit, and what may happen at any stage: time, the reader, staff's window, the audit log.
#include "domain/visit/Rows.h"

#include <array>

namespace madoguchi {
namespace {

using enum Stage;

constexpr Stages kAfter{Finished, CardLeftBehind};

constexpr Stages kMayStop = [] {
    Stages stages;
    for (std::size_t i = 0; i < kStageCount; ++i)
        if (const auto stage = static_cast<Stage>(i); mayCancel(stage))
            stages = stages.with(stage);
    return stages;
}();

bool readerIsEmpty(const Visit& v)
{
    return v.reader == OnReader::Nothing;
}

bool readerHoldsACard(const Visit& v)
{
    return v.reader != OnReader::Nothing;
}

bool ownCardIsThere(const Visit& v)
{
    return v.reader == OnReader::Own;
}

bool nextCardWaits(const Visit& v)
{
    return v.reader == OnReader::Next;
}

bool fileIsNotOwed(const Visit& v)
{
    return !v.file.owed;
}

bool fileMayBeTriedAgain(const Visit& v)
{
    return v.file.owed && v.file.tries < kMaxHandOverTries;
}

bool patientIsGone(const Visit& v)
{
    return v.patient == Patient::Gone;
}

bool listsSaySomething(const Visit&, const BookingFound& e)
{
    return e.found.person || e.found.booked;
}

void takeTurn(Move& m)
{
    m.v.myTurn = true;
}

/// The next patient, or the same one again: make room at once.
void makeRoom(Move& m)
{
    m.v.reader = OnReader::Next;
    m.erase();
}

void ownCardLiesThere(Move& m)
{
    m.v.reader = OnReader::Own;
}

void cardIsGone(Move& m)
{
    m.v.reader = OnReader::Nothing;
}

void patientLeaves(Move& m)
{
    m.v.reader = OnReader::Nothing;
    m.leave();
}

void eraseWithoutReader(Move& m)
{
    m.v.reader = OnReader::Nothing;
    m.erase();
}

void leave(Move& m)
{
    m.leave();
}

void erase(Move& m)
{
    m.erase();
}

void remindOfCard(Move& m)
{
    m.go(CardLeftBehind, m.v.fault);
    m.act(CallStaff{});
}

void remindOfCardAndTryAgain(Move& m)
{
    m.deliver();
    if (m.v.reader == OnReader::Own)
        remindOfCard(m);
}

void stopHere(Move& m)
{
    m.finish(Outcome::None);
}

/// The file is there; only staff have to know.
void fileIsNotOnRecord(Move& m, const RecordFailed& e)
{
    m.v.file.owed = false;
    m.go(Finished, e.fault.code);
    m.act(CallStaff{});
}

void lateFileIsNotOnRecord(Move& m, const RecordFailed& e)
{
    m.v.file.owed = false;
    m.v.fault = e.fault.code;
    m.acts.push_back(AuditAct::HandedOver);
    m.act(CallStaff{});
}

/// What cannot be put on record is not done: the visit is where it was before, and the reception goes on.
void failUnrecorded(Move& m, const RecordFailed& e)
{
    m.fail(e.fault.code);
}

void keepBooking(Move& m, const BookingFound& e)
{
    m.v.booking = e.found;
}

void openPane(Move& m)
{
    m.v.paneOpen = true;
}

void closePane(Move& m)
{
    m.v.paneOpen = false;
}

void closePaneAndErase(Move& m)
{
    m.v.paneOpen = false;
    m.erase();
}

void speak(Move& m, const LanguageChosen& e)
{
    m.v.language = e.language;
}

void callStaff(Move& m)
{
    m.act(CallStaff{});
}

constexpr auto kAgain = StepClock::Restarts;

constexpr std::array kRows{
    on<TurnCame, always, takeTurn>(kAlive, kStays),
    on<CardInserted, readerIsEmpty, makeRoom>(kOver, Erasing, "next card"),
    on<CardAlreadyThere, readerIsEmpty, ownCardLiesThere>(kAlive, kStays),
    on<CardTaken, fileIsNotOwed, patientLeaves>(kAfter, {Finished, Erasing}, "card taken", kAgain),
    on<CardTaken, always, cardIsGone>(kAlive, kStays, {},
                                      kAgain), // not needed, or the words stay until their time
    on<ReaderLost, always, eraseWithoutReader>(kAfter, Erasing, "reader lost"),
    on<ReaderLost, always, cardIsGone>(kAlive, kStays),

    on<StepTimedOut, fileMayBeTriedAgain, remindOfCardAndTryAgain>(kAfter, CardLeftBehind, "card still there",
                                                                   kAgain),
    on<StepTimedOut, ownCardIsThere, remindOfCard>(kAfter, CardLeftBehind, "card still there", kAgain),
    on<StepTimedOut, nextCardWaits, erase>(kAfter, Erasing, "next card waits"),
    on<StepTimedOut, always, leave>(kAfter, {Finished, Erasing}, "step timed out", kAgain),
    on<StepTimedOut, readerHoldsACard, remindOfCard>(Failed, CardLeftBehind, "card still there"),
    on<StepTimedOut, always, leave>(Failed, {Finished, Erasing}, "step timed out"),
    on<VisitTimedOut, always, erase>(kAlive.without(kNobodyHere), Erasing, "visit timed out"),

    on<RecordFailed, always, fileIsNotOnRecord>(HandingOver, Finished, "not on record"),
    on<RecordFailed, always, lateFileIsNotOnRecord>(kAfter, kStays),
    on<RecordFailed, always, failUnrecorded>(kAlive.without(kNobodyHere).without(kOver), Failed,
                                             "not on record"),

    on<Cancelled, patientIsGone, erase>(Finished, Erasing, "cancelled"),
    on<Cancelled, always, stopHere>(kMayStop, Finished, "cancelled"),
    on<PaneClosed, patientIsGone, closePaneAndErase>(Finished, Erasing, "window closed"),
    on<PaneClosed, always, closePane>(kAlive, kStays),
    on<PaneOpened, always, openPane>(kAlive, kStays),

    on<BookingFound, listsSaySomething, keepBooking>(kAlive, kStays),
    on<LanguageChosen, always, speak>(kAlive, kStays),
    on<MoreTimeWanted, always, nothing>(kAlive, kStays, {}, kAgain),
    on<HelpWanted, always, callStaff>(kAlive, kStays),
};

} // namespace

std::span<const Row> endingRows()
{
    return kRows;
}

} // namespace madoguchi
