// SPDX-License-Identifier: Apache-2.0
#include "domain/visit/VisitMachine.h"

#include <algorithm>

namespace madoguchi {
namespace {

bool isOver(Stage stage)
{
    return stage == Stage::Finished || stage == Stage::CardLeftBehind || stage == Stage::Failed ||
           stage == Stage::Erasing;
}

/// One event applied to one visit. An `on` that does nothing is an answer too: the event changes nothing
/// here.
class Transition {
public:
    explicit Transition(Visit& visit) : v{visit} {}

    std::vector<Action> actions;

    // -- card and reader
    void on(const CardInserted&)
    {
        const bool another = !v.cardPresent && isOver(v.stage);
        v.cardPresent = true;
        if (v.stage == Stage::Idle) {
            go(Stage::ReadingCard);
            act(ReadCard{});
            fetchChallenge();
        } else if (another) { // the next patient, or the same one again: make room at once
            v.freshCard = true;
            erase();
        } else if (v.noCard) {
            v.freshCard = true; // the next patient's: it waits until this one is done
        }
    }

    void on(const CardAlreadyThere&)
    {
        v.cardPresent = true;
        if (v.stage == Stage::Idle)
            go(Stage::CardLeftBehind);
    }

    void on(const CardTaken&)
    {
        v.cardPresent = false;
        v.freshCard = false;
        switch (v.stage) {
        case Stage::OutOfService:
        case Stage::Idle:
        case Stage::Failed:      // the words stay until their time is up
        case Stage::HandingOver: // the card is not needed any more
        case Stage::Erasing:
            return;
        case Stage::Finished:
        case Stage::CardLeftBehind:
            if (!v.handOverPending)
                leave();
            return;
        case Stage::WaitingForStaff:
        case Stage::ReadingCard:
        case Stage::ChoosingMethod:
        case Stage::LookingAtFace:
        case Stage::EnteringPin:
        case Stage::CheckingPin:
        case Stage::Registering:
        case Stage::Consenting:
        case Stage::AskingCentral:
            if (!v.noCard) // a card that came and went beside a typed number is nobody's
                fail(FaultCode::CardRemoved);
            return;
        }
    }

    void on(const ReaderLost&)
    {
        v.cardPresent = false;
        if (v.stage == Stage::Idle)
            go(Stage::OutOfService, FaultCode::ReaderMissing);
        else if (v.stage == Stage::CardLeftBehind || v.stage == Stage::Finished)
            erase();
        else if (!isOver(v.stage) && !v.noCard && v.stage != Stage::HandingOver &&
                 v.stage != Stage::OutOfService)
            fail(FaultCode::ReaderMissing);
    }

    void on(const ReaderBack&)
    {
        if (v.stage == Stage::OutOfService)
            go(Stage::Idle);
    }

    void on(const CardWasRead& e)
    {
        if (v.stage != Stage::ReadingCard)
            return;
        v.certificate = e.certificate;
        if (e.certificate == CertificateState::Expired)
            fail(FaultCode::CertificateExpired);
        else
            chooseMethod();
    }

    void on(const CardFailed& e)
    {
        if (v.stage == Stage::CheckingPin && e.fault.code == FaultCode::PinWrong && e.fault.value > 0)
            return pinWasWrong(static_cast<int>(e.fault.value));
        const bool asksForPin = v.stage == Stage::CheckingPin || v.stage == Stage::EnteringPin;
        if (asksForPin && (e.fault.code == FaultCode::PinLocked || e.fault.code == FaultCode::PinWrong))
            return pinIsLocked();
        const bool cardInUse = v.stage == Stage::ReadingCard || v.stage == Stage::EnteringPin ||
                               v.stage == Stage::CheckingPin || v.stage == Stage::AskingCentral;
        if (cardInUse)
            fail(e.fault.code);
    }

    // -- how to confirm
    void on(const MethodChosen& e)
    {
        const auto offered = offeredMethods(v);
        const bool choosable = v.stage == Stage::ChoosingMethod || v.stage == Stage::LookingAtFace ||
                               v.stage == Stage::EnteringPin;
        if (!choosable || std::find(offered.begin(), offered.end(), e.method) == offered.end())
            return;
        startMethod(e.method);
    }

    void on(const PinTriesKnown& e)
    {
        if (v.stage != Stage::EnteringPin)
            return;
        v.pinTriesLeft = e.left;
        if (e.left <= 0)
            pinIsLocked();
    }

    void on(const LastTryConfirmed&)
    {
        if (v.stage == Stage::EnteringPin)
            v.lastTryConfirmed = true;
    }

    void on(const PinTyped&)
    {
        // Without the card's word on the tries left, or on the last one without a clear yes, no PIN is sent.
        if (v.stage != Stage::EnteringPin || !v.pinTriesLeft || (*v.pinTriesLeft == 1 && !v.lastTryConfirmed))
            return;
        v.lastTryConfirmed = false;
        go(Stage::CheckingPin);
        act(VerifyPin{});
    }

    void on(const PinVerified&)
    {
        if (v.stage == Stage::CheckingPin)
            identified(Method::Pin);
    }

    void on(const SecurityNumberTyped&)
    {
        v.securityNumberKnown = true;
        if (v.stage == Stage::LookingAtFace && !v.portraitRead && !v.abilities.cardCamera)
            readPortrait(NumberSource::Staff);
    }

    void on(const PortraitWasRead&)
    {
        v.portraitRead =
            v.portraitRead || v.stage == Stage::LookingAtFace || v.stage == Stage::WaitingForStaff;
    }

    void on(const PortraitFailed& e)
    {
        const bool cameraAtItsEnd = v.numberFrom == NumberSource::Camera && staffCanType(e.fault.code);
        if (cameraAtItsEnd)
            v.abilities.cardCamera = false; // also when the patient has meanwhile chosen another way
        if (v.stage == Stage::WaitingForStaff)
            return photoIsMissing(e.fault.code);
        if (v.stage != Stage::LookingAtFace)
            return;
        if (cameraAtItsEnd)
            return staffTypeTheNumber(e.fault.code);
        v.abilities.face = false;
        if (e.fault.code == FaultCode::CardNotGenuine || e.fault.code == FaultCode::CardCloned ||
            e.fault.code == FaultCode::CardRemoved)
            fail(e.fault.code);
        else
            chooseMethod(e.fault.code);
    }

    void on(const FaceGuided& e)
    {
        if (v.stage == Stage::LookingAtFace)
            v.guidance = e.guidance;
    }

    void on(const FaceDecided& e)
    {
        if (v.stage != Stage::LookingAtFace || !v.portraitRead)
            return;
        switch (e.verdict) {
        case FaceVerdict::Accepted:
            return identified(Method::Face);
        case FaceVerdict::AskStaff:
            return v.abilities.staffEye ? waitForStaff() : chooseMethod(FaultCode::FaceNotConfirmed);
        case FaceVerdict::NotYet:
            return lookAgain();
        }
    }

    void on(const FaceFailed& e)
    {
        if (v.stage != Stage::LookingAtFace)
            return;
        v.abilities.face = false;
        chooseMethod(e.fault.code);
    }

    void on(const StaffAttested&)
    {
        if (v.stage == Stage::WaitingForStaff && v.cardPresent && v.abilities.staffEye && !v.noCard)
            identified(Method::StaffEye);
    }

    void on(const StaffRefused&)
    {
        if (v.stage == Stage::WaitingForStaff)
            fail(FaultCode::StaffDeclined);
    }

    void on(const StaffLooks&)
    {
        const bool undecided = v.stage == Stage::ChoosingMethod || v.stage == Stage::LookingAtFace ||
                               v.stage == Stage::EnteringPin;
        if (undecided && v.abilities.staffEye)
            waitForStaff();
    }

    // -- staff's window and typing
    void on(const PaneOpened&) { v.paneOpen = true; }

    void on(const PaneClosed&)
    {
        v.paneOpen = false;
        if (v.lingering)
            erase();
    }

    void on(const StaffBegan&)
    {
        if (!mayBeginByNumber(v))
            return;
        v.proof.reset();
        v.consents.reset();
        v.outcome = Outcome::None;
        v.lingering = false;
        v.questionOpen = false;
        startWithoutCard();
    }

    void on(const QueryWanted&)
    {
        const auto what = requery(v);
        if (what == Requery::No)
            return;
        v.outcome = Outcome::None;
        v.lingering = false;
        if (what == Requery::NewQuestion)
            return askAnew();
        go(Stage::AskingCentral);
        act(RepeatQuestion{});
    }

    void on(const NumberTyped&)
    {
        const bool again = v.stage == Stage::Finished && !v.handOverPending;
        if (!v.noCard || (v.stage != Stage::WaitingForStaff && !again))
            return;
        v.outcome = Outcome::None;
        v.lingering = false;
        go(Stage::AskingCentral);
        act(AskNumber{});
    }

    // -- consent and the central system
    void on(const ConsentsGiven& e)
    {
        if (v.stage != Stage::Consenting)
            return;
        for (auto item : v.abilities.consentItems) // an item that was not asked cannot be a yes
            v.consents.set(static_cast<std::size_t>(item), allows(e.consents, item));
        askCentral();
    }

    void on(const ChallengeArrived&)
    {
        v.challengeReady = true;
        v.challengeAsked = false;
        if (v.stage == Stage::AskingCentral && !v.noCard && !v.questionOpen)
            ask();
    }

    void on(const ChallengeFailed& e)
    {
        v.challengeAsked = false;
        // Before the question it costs nothing: AskingCentral tries once more.
        if (v.stage == Stage::AskingCentral && !v.noCard && !v.questionOpen)
            fail(e.fault.code);
    }

    void on(const FirstUseFound&)
    {
        if (v.stage != Stage::AskingCentral || v.noCard || v.registerFirstUse)
            return;
        v.challengeReady = false; // the nonce is spent
        v.questionOpen = false;
        go(Stage::Registering);
    }

    void on(const FirstUseAnswered& e)
    {
        if (v.stage != Stage::Registering)
            return;
        v.registerFirstUse = e.registerCard;
        if (e.registerCard)
            askCentral();
        else
            finish(Outcome::SeeReception);
    }

    void on(const Answered& e)
    {
        if (v.stage != Stage::AskingCentral)
            return;
        v.outcome = e.outcome;
        v.questionOpen = false;
        if (v.noCard && e.outcome != Outcome::Received)
            return go(Stage::WaitingForStaff); // staff see why, and may correct what they typed
        v.handOverPending = true;
        v.handOverTries = 0;
        go(Stage::HandingOver);
        act(ReleaseCard{});
        deliver();
    }

    void on(const CentralFailed& e)
    {
        if (v.stage == Stage::AskingCentral)
            centralFailed(e.fault.code);
    }

    void on(const HandedOver&)
    {
        v.handOverPending = false;
        if (v.stage == Stage::HandingOver)
            return go(Stage::Finished);
        if (v.stage != Stage::Finished && v.stage != Stage::CardLeftBehind)
            return;
        v.fault.reset();
        if (!v.cardPresent)
            leave();
    }

    void on(const HandOffFailed& e)
    {
        if (v.stage != Stage::HandingOver && v.stage != Stage::Finished && v.stage != Stage::CardLeftBehind)
            return;
        if (v.stage == Stage::HandingOver)
            go(Stage::Finished);
        v.fault =
            e.fault.code; // the patient may go; staff are called, and it is tried again until time is up
        act(CallStaff{});
    }

    // -- the audit log
    /// What cannot be put on record is not done: the visit is where it was before, and the reception goes on.
    void on(const RecordFailed& e)
    {
        if (v.stage == Stage::HandingOver) { // the file is there; only staff have to know
            v.handOverPending = false;
            go(Stage::Finished, e.fault.code);
            act(CallStaff{});
        } else if (v.stage == Stage::Finished || v.stage == Stage::CardLeftBehind) {
            v.handOverPending = false;
            v.fault = e.fault.code;
            act(CallStaff{});
        } else if (v.stage != Stage::Idle && v.stage != Stage::OutOfService && !isOver(v.stage)) {
            fail(e.fault.code);
        }
    }

    // -- time
    void on(const StepTimedOut&)
    {
        switch (v.stage) {
        case Stage::OutOfService:
        case Stage::Idle:
        case Stage::Erasing:
            return;
        case Stage::Consenting: // no answer is no
            v.consents.reset();
            return askCentral();
        case Stage::HandingOver:
            return on(HandOffFailed{Fault{FaultCode::HandOverFailed, {}, 0, "visit/handOver"}});
        case Stage::Finished:
        case Stage::CardLeftBehind:
            return stillHere();
        case Stage::Failed:
            if (v.cardPresent)
                return cardLeftBehind();
            return leave();
        case Stage::WaitingForStaff:
            if (v.noCard)
                return erase();
            return fail(FaultCode::TimedOut);
        case Stage::ReadingCard:
        case Stage::ChoosingMethod:
        case Stage::LookingAtFace:
        case Stage::EnteringPin:
        case Stage::CheckingPin:
        case Stage::Registering:
            return fail(FaultCode::TimedOut);
        case Stage::AskingCentral:
            return centralFailed(FaultCode::TimedOut);
        }
    }

    void on(const VisitTimedOut&)
    {
        if (v.stage != Stage::Idle && v.stage != Stage::OutOfService)
            erase();
    }

    // -- the patient's other buttons
    void on(const LanguageChosen& e) { v.language = e.language; }
    void on(const MoreTimeWanted&) {} // the runner restarts the step's clock; the visit's own clock stays

    void on(const HelpWanted&)
    {
        if (v.stage == Stage::Erasing)
            return;
        v.helpWanted = true;
        act(CallStaff{});
    }

    void on(const NoCardHere&)
    {
        if (v.stage != Stage::Idle)
            return;
        startWithoutCard();
        act(CallStaff{});
    }

    void on(const Cancelled&)
    {
        if (v.lingering)
            return erase();
        if (!mayCancel(v.stage))
            return;
        if (v.noCard)
            return erase();
        act(ReleaseCard{});
        finish(Outcome::None);
    }

private:
    void act(Action action) { actions.push_back(std::move(action)); }

    void go(Stage stage, std::optional<FaultCode> fault = std::nullopt)
    {
        if (v.stage == Stage::LookingAtFace && stage != Stage::LookingAtFace)
            act(StopFace{});
        v.stage = stage;
        v.fault = fault;
        v.guidance.reset();
    }

    void fail(FaultCode code)
    {
        act(ReleaseCard{});
        v.outcome = Outcome::SeeReception;
        go(Stage::Failed, code);
        if (code != FaultCode::CardRemoved)
            act(CallStaff{});
    }

    void finish(Outcome outcome)
    {
        v.outcome = outcome;
        if (outcome == Outcome::SeeReception)
            act(ReleaseCard{});
        go(Stage::Finished);
    }

    void erase()
    {
        go(Stage::Erasing);
        act(EraseVisit{});
    }

    /// The end for the patient: at once, or when staff have seen what they look at.
    void leave()
    {
        if (!v.paneOpen)
            return erase();
        v.lingering = true;
        if (v.stage != Stage::Finished)
            go(Stage::Finished, v.fault);
    }

    void startWithoutCard()
    {
        v.noCard = true;
        go(Stage::WaitingForStaff);
        act(ArmErasure{});
    }

    /// A typed number can be asked again; a signed question cannot.
    void centralFailed(FaultCode code)
    {
        if (v.noCard)
            return go(Stage::WaitingForStaff, code);
        fail(code);
    }

    /// Staff can still compare with the printed photo, unless the card itself is not to be believed.
    void photoIsMissing(FaultCode code)
    {
        if (code == FaultCode::CardNotGenuine || code == FaultCode::CardCloned)
            return fail(code);
        v.fault = code;
    }

    void chooseMethod(std::optional<FaultCode> fault = std::nullopt)
    {
        const auto offered = offeredMethods(v);
        if (offered.empty())
            return fail(fault.value_or(FaultCode::PinlessNotAvailable));
        if (offered.size() == 1 && offered.front() == Method::StaffEye)
            return waitForStaff(fault);
        go(Stage::ChoosingMethod, fault);
    }

    void startMethod(Method method)
    {
        switch (method) {
        case Method::Face:
            go(Stage::LookingAtFace);
            act(StartFace{});
            if (v.portraitRead)
                return;
            if (v.securityNumberKnown)
                readPortrait(NumberSource::Staff);
            else if (v.abilities.cardCamera)
                readPortrait(NumberSource::Camera);
            else
                act(CallStaff{}); // to type 照合番号B
            return;
        case Method::Pin:
            v.pinTriesLeft.reset();
            v.lastTryConfirmed = false;
            go(Stage::EnteringPin);
            act(AskPinTries{});
            return;
        case Method::StaffEye:
            return waitForStaff();
        }
    }

    void readPortrait(NumberSource source)
    {
        v.numberFrom = source;
        act(ReadPortrait{source});
    }

    /// The camera over the card is of no use, misread, or may not risk one of the last tries; a person may.
    static bool staffCanType(FaultCode code)
    {
        return code == FaultCode::SecurityNumberWrong || code == FaultCode::SecurityNumberLow ||
               code == FaultCode::SecurityNumberUnread || code == FaultCode::CameraMissing ||
               code == FaultCode::CameraBlind;
    }

    void staffTypeTheNumber(FaultCode why)
    {
        v.fault = why;
        if (v.securityNumberKnown)
            readPortrait(NumberSource::Staff);
        else
            act(CallStaff{});
    }

    void waitForStaff(std::optional<FaultCode> fault = std::nullopt)
    {
        go(Stage::WaitingForStaff, fault);
        if (v.cardPresent && v.abilities.cardCamera && !v.portraitRead)
            readPortrait(NumberSource::Camera);
        act(CallStaff{});
    }

    void lookAgain()
    {
        ++v.faceMisses;
        if (v.faceMisses < kMaxFaceMisses)
            return act(StartFace{});
        chooseMethod(FaultCode::FaceNotConfirmed);
    }

    void pinWasWrong(int left)
    {
        v.pinTriesLeft = left;
        go(Stage::EnteringPin, FaultCode::PinWrong);
    }

    void pinIsLocked()
    {
        v.pinTriesLeft = 0;
        chooseMethod(FaultCode::PinLocked);
    }

    void identified(Method method)
    {
        v.proof = method;
        // In the grace period the certificate opens the qualification but no medical information.
        if (v.certificate == CertificateState::InGrace || v.abilities.consentItems.empty())
            askCentral();
        else
            go(Stage::Consenting);
    }

    void fetchChallenge()
    {
        v.challengeAsked = true;
        act(FetchChallenge{});
    }

    void ask()
    {
        v.questionOpen = true;
        act(AskCentral{v.consents, *v.proof, v.registerFirstUse});
    }

    void askCentral()
    {
        go(Stage::AskingCentral);
        if (v.challengeReady)
            ask();
        else if (!v.challengeAsked) // else its arrival is waited for: two would make two questions
            fetchChallenge();
    }

    /// The nonce is spent, and what the patient allowed was for that question. The card has forgotten a PIN.
    void askAnew()
    {
        v.challengeReady = false;
        v.questionOpen = false;
        v.registerFirstUse = false;
        v.consents.reset();
        if (!v.challengeAsked)
            fetchChallenge();
        if (*v.proof != Method::Pin)
            return identified(*v.proof);
        v.proof.reset();
        startMethod(Method::Pin);
    }

    void stillHere()
    {
        const bool tryAgain = v.handOverPending && v.handOverTries < kMaxHandOverTries;
        if (tryAgain)
            deliver();
        if (v.cardPresent && !v.freshCard)
            cardLeftBehind();
        else if (!tryAgain)
            v.freshCard ? erase() : leave();
    }

    void deliver()
    {
        ++v.handOverTries;
        act(DeliverAnswer{});
    }

    void cardLeftBehind()
    {
        const auto fault = v.fault;
        go(Stage::CardLeftBehind, fault);
        act(CallStaff{});
    }

    Visit& v;
};

} // namespace

bool mayCancel(Stage stage)
{
    switch (stage) {
    case Stage::ReadingCard:
    case Stage::ChoosingMethod:
    case Stage::LookingAtFace:
    case Stage::EnteringPin:
    case Stage::WaitingForStaff:
    case Stage::Registering:
    case Stage::Consenting:
        return true;
    case Stage::OutOfService:
    case Stage::Idle:
    case Stage::CheckingPin: // the card is being asked; a second is all it takes
    case Stage::AskingCentral:
    case Stage::HandingOver:
    case Stage::Finished:
    case Stage::CardLeftBehind:
    case Stage::Failed:
    case Stage::Erasing:
        return false;
    }
    return false;
}

namespace {

/// The central system may not have had the question, or its answer was lost.
bool wasUnanswered(const Visit& visit)
{
    return visit.questionOpen &&
           (visit.fault == FaultCode::LineDown || visit.fault == FaultCode::CentralTooSlow ||
            visit.fault == FaultCode::CentralBusy || visit.fault == FaultCode::TimedOut);
}

} // namespace

Requery requery(const Visit& visit)
{
    const bool over = visit.stage == Stage::Failed || visit.stage == Stage::Finished ||
                      visit.stage == Stage::CardLeftBehind;
    if (!over || visit.noCard || !visit.proof || visit.handOverPending || visit.outcome == Outcome::None)
        return Requery::No;
    if (wasUnanswered(visit))
        return Requery::SameQuestion;
    return visit.cardPresent && !visit.freshCard ? Requery::NewQuestion : Requery::No;
}

bool mayBeginByNumber(const Visit& visit)
{
    if (visit.stage == Stage::Idle || visit.stage == Stage::OutOfService)
        return true;
    const bool over = visit.stage == Stage::Failed || visit.stage == Stage::Finished ||
                      visit.stage == Stage::CardLeftBehind;
    return over && !visit.noCard && !visit.handOverPending && visit.outcome == Outcome::SeeReception;
}

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

Step next(Visit visit, const Event& event)
{
    Transition transition{visit};
    std::visit([&](const auto& e) { transition.on(e); }, event);
    return {std::move(visit), std::move(transition.actions)};
}

} // namespace madoguchi
