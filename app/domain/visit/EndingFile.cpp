// SPDX-License-Identifier: Apache-2.0
// The end of every visit: the file for the receipt computer. The patient may go while it is still owed.
#include "domain/visit/Rows.h"

#include <array>

namespace madoguchi {
namespace {

using enum Stage;

constexpr Stages kAfter{Finished, CardLeftBehind};

bool fileIsOwed(const Visit& v)
{
    return v.file.owed;
}

bool nobodyIsHere(const Visit& v)
{
    return v.reader == OnReader::Nothing;
}

void fileIsThere(Move& m)
{
    m.v.file.owed = false;
    m.go(Finished);
}

void fileCameLate(Move& m)
{
    m.v.file.owed = false;
    m.v.fault.reset();
    m.acts.push_back(AuditAct::HandedOver);
}

void fileCameLateForNobody(Move& m)
{
    fileCameLate(m);
    m.leave();
}

/// Staff are called, and it is tried again until time is up.
void fileIsLate(Move& m, const HandOffFailed& e)
{
    m.v.fault = e.fault.code;
    m.act(CallStaff{});
}

void letPatientGo(Move& m, const HandOffFailed& e)
{
    m.go(Finished);
    fileIsLate(m, e);
}

void letPatientGoUnwritten(Move& m)
{
    m.go(Finished, FaultCode::HandOverFailed);
    m.act(CallStaff{});
}

constexpr std::array kRows{
    on<HandedOver, always, fileIsThere>(HandingOver, Finished, "handed over"),
    on<HandedOver, nobodyIsHere, fileCameLateForNobody>(kAfter, {Finished, Erasing}, "handed over late"),
    on<HandedOver, always, fileCameLate>(kAfter, kStays),
    on<HandOffFailed, always, letPatientGo>(HandingOver, Finished, "not handed over"),
    on<HandOffFailed, fileIsOwed, fileIsLate>(kAfter, kStays),
    on<StepTimedOut, always, letPatientGoUnwritten>(HandingOver, Finished, "step timed out"),
};

} // namespace

std::span<const Row> endingFileRows()
{
    return kRows;
}

} // namespace madoguchi
