// SPDX-License-Identifier: Apache-2.0
// A visit by card: what may be shown, the question that the card signs, its answer, and asking once more.
#include "domain/visit/Rows.h"

#include <array>

namespace madoguchi {
namespace {

using enum Stage;

bool nonceIsAwaited(const Visit& v)
{
    return v.question == Question::NonceAsked;
}

bool cardIsSigning(const Visit& v)
{
    return v.question == Question::NonceHere;
}

bool answerIsAwaited(const Visit& v)
{
    return v.question == Question::Signed;
}

bool firstUseIsNews(const Visit& v)
{
    return answerIsAwaited(v) && !v.registerFirstUse;
}

template<bool Yes>
bool saysToRegister(const Visit&, const FirstUseAnswered& e)
{
    return e.registerCard == Yes;
}

bool questionMayBeRepeated(const Visit& v)
{
    return requery(v) == Requery::SameQuestion;
}

bool pinIsNeededAnew(const Visit& v)
{
    return requery(v) == Requery::NewQuestion && v.proof == Method::Pin;
}

bool questionIsNeededAnew(const Visit& v)
{
    return requery(v) == Requery::NewQuestion;
}

void askWithConsents(Move& m, const ConsentsGiven& e)
{
    for (auto item : m.v.abilities.consentItems) // an item that was not asked cannot be a yes
        m.v.consents.set(static_cast<std::size_t>(item), allows(e.consents, item));
    m.askCentral();
}

void askWithoutConsents(Move& m) // no answer is no
{
    m.v.consents.reset();
    m.askCentral();
}

void askWithNonce(Move& m)
{
    m.v.lineUp = true;
    m.ask();
}

void keepNonce(Move& m)
{
    m.v.lineUp = true;
    m.v.question = Question::NonceHere;
}

void failWithoutNonce(Move& m, const ChallengeFailed& e)
{
    m.v.lineUp = false;
    m.v.question = Question::None;
    m.fail(e.fault.code);
}

/// Before the question it costs nothing: AskingCentral tries once more.
void forgetNonce(Move& m)
{
    m.v.lineUp = false;
    m.v.question = Question::None;
}

void putQuestion(Move& m)
{
    m.v.question = Question::Signed;
    m.act(PutQuestion{});
}

void offerRegistration(Move& m)
{
    m.v.lineUp = true;
    m.v.question = Question::None; // the nonce is spent
    m.go(Registering);
}

void askToRegister(Move& m)
{
    m.v.registerFirstUse = true;
    m.askCentral();
}

void sendToReception(Move& m)
{
    m.finish(Outcome::SeeReception);
}

void handOver(Move& m, const Answered& e)
{
    m.v.lineUp = true;
    m.v.question = Question::Answered;
    m.v.outcome = e.outcome;
    m.v.booking = {};
    m.v.file = {.owed = true};
    m.go(HandingOver);
    m.act(ShowAnswer{});
    m.act(LookForBooking{});
    m.act(ReleaseCard{});
    m.deliver();
}

void failWithoutAnswer(Move& m, const CentralFailed& e)
{
    m.v.lineUp = e.fault.code != FaultCode::LineDown;
    m.fail(e.fault.code);
}

void failTimedOut(Move& m)
{
    m.fail(FaultCode::TimedOut);
}

void repeatQuestion(Move& m)
{
    m.v.outcome = Outcome::None;
    m.go(AskingCentral);
    m.act(RepeatQuestion{});
}

/// The nonce is spent, and what the patient allowed was for that question.
void prepareNewQuestion(Move& m)
{
    m.v.outcome = Outcome::None;
    m.v.registerFirstUse = false;
    m.v.consents.reset();
    if (m.v.question != Question::NonceAsked)
        m.fetchChallenge();
}

void askAnewWithPin(Move& m) // the card has forgotten it
{
    prepareNewQuestion(m);
    m.v.proof.reset();
    m.enterPin();
}

void askAnew(Move& m)
{
    prepareNewQuestion(m);
    m.identified(*m.v.proof);
}

constexpr std::array kRows{
    on<ConsentsGiven, always, askWithConsents>(Consenting, AskingCentral, "consents given"),
    on<StepTimedOut, always, askWithoutConsents>(Consenting, AskingCentral, "step timed out"),

    on<ChallengeArrived, nonceIsAwaited, askWithNonce>(AskingCentral, kStays),
    on<ChallengeArrived, nonceIsAwaited, keepNonce>(kAlive, kStays),
    on<ChallengeFailed, nonceIsAwaited, failWithoutNonce>(AskingCentral, Failed, "no nonce"),
    on<ChallengeFailed, nonceIsAwaited, forgetNonce>(kAlive, kStays),

    on<QuestionSigned, cardIsSigning, putQuestion>(AskingCentral, kStays),
    on<FirstUseFound, firstUseIsNews, offerRegistration>(AskingCentral, Registering, "first use"),
    on<FirstUseAnswered, saysToRegister<true>, askToRegister>(Registering, AskingCentral, "register"),
    on<FirstUseAnswered, saysToRegister<false>, sendToReception>(Registering, Finished, "not now"),
    on<Answered, answerIsAwaited, handOver>(AskingCentral, HandingOver, "answer"),
    on<CentralFailed, answerIsAwaited, failWithoutAnswer>(AskingCentral, Failed, "no answer"),
    on<StepTimedOut, always, failTimedOut>({ReadingCard, ChoosingMethod, LookingAtFace, EnteringPin,
                                            CheckingPin, WaitingForStaff, Registering, AskingCentral},
                                           Failed, "step timed out"),

    on<QueryWanted, questionMayBeRepeated, repeatQuestion>(kOver, AskingCentral, "same question again"),
    on<QueryWanted, pinIsNeededAnew, askAnewWithPin>(kOver, EnteringPin, "asked anew"),
    on<QueryWanted, questionIsNeededAnew, askAnew>(kOver, {Consenting, AskingCentral}, "asked anew"),
};

} // namespace

std::span<const Row> cardQuestionRows()
{
    return kRows;
}

} // namespace madoguchi
