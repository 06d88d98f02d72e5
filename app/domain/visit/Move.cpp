// SPDX-License-Identifier: Apache-2.0
#include "domain/visit/Move.h"

#include <utility>

namespace madoguchi {
namespace {

/// The chip photo is kept as long as a face or staff may still be compared with it.
bool photoIsOfUse(Stage stage)
{
    return stage == Stage::ChoosingMethod || stage == Stage::LookingAtFace || stage == Stage::EnteringPin ||
           stage == Stage::CheckingPin || stage == Stage::WaitingForStaff;
}

} // namespace

void Move::act(Action action)
{
    actions.push_back(std::move(action));
}

void Move::go(Stage stage, std::optional<FaultCode> fault)
{
    const auto from = std::exchange(v.stage, stage);
    if (from == Stage::LookingAtFace && stage != from)
        act(StopFace{});
    if (v.portraitRead && stage == Stage::WaitingForStaff && stage != from)
        act(ShowPortrait{});
    if (v.portraitRead && !photoIsOfUse(stage)) {
        v.portraitRead = false;
        act(ForgetPortrait{});
    }
    v.fault = fault;
    v.guidance.reset();
    v.patient = Patient::Here;
}

void Move::fail(FaultCode code)
{
    act(ReleaseCard{});
    v.outcome = Outcome::SeeReception;
    go(Stage::Failed, code);
    if (code != FaultCode::CardRemoved)
        act(CallStaff{});
}

void Move::finish(Outcome outcome)
{
    v.outcome = outcome;
    act(ReleaseCard{});
    go(Stage::Finished);
}

void Move::erase()
{
    go(Stage::Erasing);
    act(EraseVisit{});
}

void Move::leave()
{
    if (!v.paneOpen)
        return erase();
    go(Stage::Finished, v.fault);
    v.patient = Patient::Gone;
}

void Move::deliver()
{
    ++v.file.tries;
    act(DeliverAnswer{});
}

void Move::chooseMethod(std::optional<FaultCode> fault)
{
    const auto offered = offeredMethods(v);
    if (offered.empty())
        return fail(fault.value_or(FaultCode::PinlessNotAvailable));
    if (offered.size() == 1 && offered.front() == Method::StaffEye)
        return waitForStaff(fault);
    go(Stage::ChoosingMethod, fault);
}

void Move::waitForStaff(std::optional<FaultCode> fault)
{
    go(Stage::WaitingForStaff, fault);
    if (v.reader != OnReader::Nothing && v.abilities.cardCamera && !v.portraitRead)
        readPortrait(NumberSource::Camera);
    act(CallStaff{});
}

void Move::enterPin()
{
    v.pinTriesLeft.reset();
    v.lastTryConfirmed = false;
    go(Stage::EnteringPin);
    act(AskPinTries{});
}

void Move::readPortrait(NumberSource source)
{
    v.numberFrom = source;
    act(ReadPortrait{source});
}

void Move::identified(Method method)
{
    v.proof = method;
    // In the grace period the certificate opens the qualification but no medical information.
    if (v.certificate == CertificateState::InGrace || v.abilities.consentItems.empty())
        askCentral();
    else
        go(Stage::Consenting);
}

void Move::fetchChallenge()
{
    v.question = Question::NonceAsked;
    act(FetchChallenge{});
}

void Move::ask()
{
    v.question = Question::NonceHere;
    act(AskCentral{v.consents, *v.proof, v.registerFirstUse});
}

void Move::askCentral()
{
    go(Stage::AskingCentral);
    if (v.question == Question::NonceHere)
        ask();
    else if (v.question != Question::NonceAsked) // else its arrival is waited for
        fetchChallenge();
}

} // namespace madoguchi
