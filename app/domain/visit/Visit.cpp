// SPDX-License-Identifier: Apache-2.0
#include "domain/visit/Visit.h"

namespace madoguchi {
namespace {

bool isOver(Stage stage)
{
    return stage == Stage::Failed || stage == Stage::Finished || stage == Stage::CardLeftBehind;
}

/// The central system may not have had the question, or its answer was lost.
bool wasUnanswered(const Visit& visit)
{
    return visit.question == Question::Signed &&
           (visit.fault == FaultCode::LineDown || visit.fault == FaultCode::CentralTooSlow ||
            visit.fault == FaultCode::CentralBusy || visit.fault == FaultCode::TimedOut);
}

} // namespace

std::vector<Method> offeredMethods(const Visit& visit)
{
    std::vector<Method> methods;
    if (visit.abilities.face && visit.faceMisses < kMaxFaceMisses)
        methods.push_back(Method::Face);
    if (visit.abilities.pin && visit.pinTriesLeft.value_or(1) > 0)
        methods.push_back(Method::Pin);
    if (visit.abilities.staffEye)
        methods.push_back(Method::StaffEye);
    return methods;
}

Requery requery(const Visit& visit)
{
    if (!isOver(visit.stage) || visit.kind == Kind::ByNumber || !visit.proof || visit.file.owed ||
        visit.outcome == Outcome::None)
        return Requery::No;
    if (wasUnanswered(visit))
        return Requery::SameQuestion;
    return visit.reader == OnReader::Own ? Requery::NewQuestion : Requery::No;
}

bool mayBeginByNumber(const Visit& visit)
{
    if (visit.stage == Stage::Idle || visit.stage == Stage::OutOfService)
        return true;
    return isOver(visit.stage) && visit.kind == Kind::ByCard && !visit.file.owed &&
           visit.outcome == Outcome::SeeReception;
}

bool securityNumberWanted(const Visit& visit)
{
    return visit.stage == Stage::LookingAtFace && !visit.portraitRead && !visit.abilities.cardCamera &&
           !visit.securityNumberKnown;
}

} // namespace madoguchi
