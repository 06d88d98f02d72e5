// SPDX-License-Identifier: Apache-2.0
#include "domain/visit/Projections.h"

#include "domain/eligibility/MaskedName.h"
#include "foundation/base/CivilDate.h"

namespace madoguchi {
namespace {

/// Of somebody who came with a card: whoever stands at the kiosk while staff type is somebody else.
std::string nameFor(const Visit& visit, const Dossier& dossier)
{
    const auto& results = dossier.answer.eligibility.results;
    if (visit.patient == Patient::Gone || visit.kind == Kind::ByNumber || results.empty())
        return {};
    return maskedName(results.front().name);
}

} // namespace

Screen screenOf(const Visit& visit, const Dossier& dossier, bool practice, int stepSecondsLeft)
{
    Screen screen;
    screen.stage = visit.patient == Patient::Gone ? Stage::Idle : visit.stage; // the next patient may come
    screen.language = visit.language;
    screen.practice = practice;
    screen.lineUp = visit.lineUp;
    screen.myTurn = visit.myTurn;
    screen.withoutCard = visit.kind == Kind::ByNumber;
    screen.methods = offeredMethods(visit);
    screen.consentItems = visit.abilities.consentItems;
    screen.pinTriesLeft = visit.pinTriesLeft;
    screen.confirmLastTry = visit.pinTriesLeft == 1 && !visit.lastTryConfirmed;
    screen.fault = visit.fault;
    screen.guidance = visit.guidance;
    screen.faceMisses = visit.faceMisses;
    screen.mayCancel = mayCancel(visit.stage);
    screen.outcome = visit.outcome;
    screen.maskedName = nameFor(visit, dossier);
    screen.stepSecondsLeft = stepSecondsLeft;
    screen.certificateEndsSoon = visit.certificate == CertificateState::EndsSoon;
    if (visit.certificate != CertificateState::Valid)
        screen.certificateEnd = isoDate(dossier.card.certificateEnd);
    return screen;
}

VisitStatus statusOf(const Visit& visit, const Dossier& dossier, bool staffCalled)
{
    VisitStatus status;
    status.stage = visit.stage;
    status.fault = visit.fault;
    status.outcome = visit.outcome;
    status.reason = dossier.answer.eligibility.reason;
    status.proof = visit.proof;
    status.reservation = visit.booking.person;
    status.booked = visit.booking.booked;
    status.staffCalled = staffCalled;
    status.securityNumberWanted = securityNumberWanted(visit);
    status.kanjiNameOmitted = dossier.handOver.kanjiNameOmitted;
    status.withoutCard = visit.kind == Kind::ByNumber;
    status.mayAskAgain = requery(visit) != Requery::No;
    status.mayBegin = mayBeginByNumber(visit);
    status.cardLeft = visit.reader == OnReader::Own;
    status.handOverFile = dossier.handOver.fileName;
    return status;
}

} // namespace madoguchi
