// SPDX-License-Identifier: Apache-2.0
#include "domain/visit/VisitMachine.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace madoguchi;

namespace {

Fault fault(FaultCode code, int value = 0)
{
    return {code, FaultSpace::None, value, "test"};
}

/// Applies events in turn and keeps what was done.
struct Walk {
    Visit visit{};
    std::vector<Action> actions{};

    Walk& then(const Event& event)
    {
        auto step = next(visit, event);
        visit = step.visit;
        actions.insert(actions.end(), step.actions.begin(), step.actions.end());
        return *this;
    }

    template<typename A>
    [[nodiscard]] int count() const
    {
        return static_cast<int>(std::count_if(actions.begin(), actions.end(),
                                              [](const auto& a) { return std::holds_alternative<A>(a); }));
    }
};

Walk atMethod()
{
    Walk walk;
    walk.then(CardInserted{}).then(ChallengeArrived{}).then(CardWasRead{});
    return walk;
}

Walk atPin(int triesLeft)
{
    auto walk = atMethod();
    walk.then(MethodChosen{Method::Pin}).then(PinTriesKnown{triesLeft});
    return walk;
}

Walk atConsent()
{
    auto walk = atPin(3);
    walk.then(PinTyped{}).then(PinVerified{});
    return walk;
}

const Consents kMixed{0b0101};

} // namespace

TEST_CASE("aPinVisitRunsFromCardToErasure")
{
    auto walk = atConsent();

    walk.then(ConsentsGiven{kMixed})
        .then(QuestionSigned{})
        .then(Answered{})
        .then(HandedOver{})
        .then(CardTaken{});

    CHECK(walk.visit.stage == Stage::Erasing);
    CHECK(walk.visit.outcome == Outcome::Received);
    CHECK(walk.count<VerifyPin>() == 1);
    CHECK(walk.count<AskCentral>() == 1);
    CHECK(walk.count<DeliverAnswer>() == 1);
    CHECK(walk.count<ReleaseCard>() == 1);
    CHECK(walk.count<EraseVisit>() == 1);
}

TEST_CASE("aFaceVisitRunsFromCardToErasure")
{
    auto walk = atMethod();

    walk.then(MethodChosen{Method::Face}).then(FaceGuided{Guidance::Closer}).then(PortraitWasRead{});
    walk.then(FaceDecided{FaceVerdict::Accepted})
        .then(ConsentsGiven{kMixed})
        .then(QuestionSigned{})
        .then(Answered{});
    walk.then(HandedOver{}).then(CardTaken{});

    CHECK(walk.visit.stage == Stage::Erasing);
    CHECK(walk.visit.proof == Method::Face);
    CHECK(walk.count<VerifyPin>() == 0);
    CHECK(walk.count<StopFace>() == 1);
}

TEST_CASE("aFaceCannotBeAcceptedBeforeTheChipPhotoWasVerified")
{
    auto walk = atMethod();

    walk.then(MethodChosen{Method::Face}).then(FaceDecided{FaceVerdict::Accepted});

    CHECK(walk.visit.stage == Stage::LookingAtFace);
    CHECK_FALSE(walk.visit.proof);
}

TEST_CASE("noPinIsSentBeforeTheCardSaidHowManyTriesAreLeft")
{
    auto walk = atMethod();

    walk.then(MethodChosen{Method::Pin}).then(PinTyped{});

    CHECK(walk.visit.stage == Stage::EnteringPin);
    CHECK(walk.count<VerifyPin>() == 0);
}

TEST_CASE("theLastTryNeedsAClearYesEachTime")
{
    auto walk = atPin(1);

    walk.then(PinTyped{});
    CHECK(walk.count<VerifyPin>() == 0);

    walk.then(LastTryConfirmed{}).then(PinTyped{});
    CHECK(walk.count<VerifyPin>() == 1);
}

TEST_CASE("aWrongPinShowsTheTriesLeftAndIsNeverRepeatedByItself")
{
    auto walk = atPin(3);

    walk.then(PinTyped{}).then(CardFailed{fault(FaultCode::PinWrong, 2)});

    CHECK(walk.visit.stage == Stage::EnteringPin);
    CHECK(walk.visit.pinTriesLeft == 2);
    CHECK(walk.visit.fault == FaultCode::PinWrong);
    CHECK(walk.count<VerifyPin>() == 1);
}

TEST_CASE("pinLockedOffersTheOtherWaysOrSendsToStaff")
{
    auto withFace = atPin(3);
    withFace.then(PinTyped{}).then(CardFailed{fault(FaultCode::PinLocked)});
    CHECK(withFace.visit.stage == Stage::ChoosingMethod);
    CHECK(offeredMethods(withFace.visit) == std::vector{Method::Face, Method::StaffEye});

    Walk pinOnly;
    pinOnly.visit.abilities.face = false;
    pinOnly.then(CardInserted{}).then(CardWasRead{}).then(MethodChosen{Method::Pin}).then(PinTriesKnown{0});
    CHECK(pinOnly.visit.stage == Stage::WaitingForStaff);
    CHECK(pinOnly.visit.fault == FaultCode::PinLocked);
    CHECK(pinOnly.count<CallStaff>() == 1);
    CHECK(pinOnly.count<VerifyPin>() == 0);
}

TEST_CASE("withoutPinlessKeysALockedPinEndsAtTheReceptionWithWords")
{
    Walk walk;
    walk.visit.abilities.face = false;
    walk.visit.abilities.staffEye = false;
    walk.then(CardInserted{}).then(CardWasRead{});
    CHECK(walk.visit.stage == Stage::ChoosingMethod);
    CHECK(offeredMethods(walk.visit) == std::vector{Method::Pin});

    walk.then(MethodChosen{Method::StaffEye});
    CHECK(walk.visit.stage == Stage::ChoosingMethod); // nothing staff confirm could be signed

    walk.then(MethodChosen{Method::Pin}).then(PinTriesKnown{0});
    CHECK(walk.visit.stage == Stage::Failed);
    CHECK(walk.visit.fault == FaultCode::PinLocked);
    CHECK(walk.visit.outcome == Outcome::SeeReception);
    CHECK(walk.count<CallStaff>() == 1);
    CHECK(walk.count<ReleaseCard>() == 1);
}

TEST_CASE("withoutPinlessKeysStaffCannotAttestWhatNobodyCanSign")
{
    Walk walk;
    walk.visit.abilities.staffEye = false;
    walk.then(NoCardHere{}).then(CardInserted{}).then(StaffAttested{});

    CHECK(walk.visit.stage == Stage::WaitingForStaff);
    CHECK_FALSE(walk.visit.proof);
}

TEST_CASE("aNumberTheCameraMisreadIsTypedByStaffOnce")
{
    auto walk = atMethod();
    walk.then(MethodChosen{Method::Face});
    CHECK(std::get<ReadPortrait>(walk.actions.back()).source == NumberSource::Camera);

    walk.then(PortraitFailed{fault(FaultCode::SecurityNumberWrong, 9)});
    CHECK(walk.visit.stage == Stage::LookingAtFace);
    CHECK(walk.visit.fault == FaultCode::SecurityNumberWrong);
    CHECK(walk.count<CallStaff>() == 1);

    walk.then(SecurityNumberTyped{});
    CHECK(std::get<ReadPortrait>(walk.actions.back()).source == NumberSource::Staff);

    walk.then(PortraitFailed{fault(FaultCode::SecurityNumberWrong, 8)});
    CHECK(walk.visit.stage == Stage::ChoosingMethod);
    CHECK(walk.count<ReadPortrait>() == 2);
}

TEST_CASE("whatTheCameraOverTheCardCannotReadIsTypedByStaff")
{
    for (const auto code :
         {FaultCode::SecurityNumberUnread, FaultCode::CameraMissing, FaultCode::CameraBlind}) {
        auto walk = atMethod();
        walk.then(MethodChosen{Method::Face}).then(PortraitFailed{fault(code)});
        CHECK(walk.visit.stage == Stage::LookingAtFace);
        CHECK(walk.visit.fault == code);
        CHECK(walk.count<CallStaff>() == 1);

        walk.then(SecurityNumberTyped{});

        CHECK(std::get<ReadPortrait>(walk.actions.back()).source == NumberSource::Staff);
    }
}

TEST_CASE("aLockedNumberIsNobodysToType")
{
    auto walk = atMethod();
    walk.then(MethodChosen{Method::Face}).then(PortraitFailed{fault(FaultCode::SecurityNumberLocked)});

    CHECK(walk.visit.stage == Stage::ChoosingMethod);
    CHECK(walk.visit.fault == FaultCode::SecurityNumberLocked);
}

TEST_CASE("threeFruitlessLooksOfferPinAndStaff")
{
    auto walk = atMethod();
    walk.then(MethodChosen{Method::Face}).then(PortraitWasRead{});

    for (int i = 0; i < kMaxFaceMisses; ++i)
        walk.then(FaceDecided{FaceVerdict::NotYet});

    CHECK(walk.visit.stage == Stage::ChoosingMethod);
    CHECK(walk.visit.fault == FaultCode::FaceNotConfirmed);
    CHECK(offeredMethods(walk.visit) == std::vector{Method::Pin, Method::StaffEye});
    CHECK(walk.count<StartFace>() == kMaxFaceMisses);
    CHECK(walk.count<ReadPortrait>() == 1);
}

TEST_CASE("aClonedCardEndsAtTheReception")
{
    auto walk = atMethod();

    walk.then(MethodChosen{Method::Face}).then(PortraitFailed{fault(FaultCode::CardCloned)});

    CHECK(walk.visit.stage == Stage::Failed);
    CHECK(walk.count<CallStaff>() == 1);
    CHECK(walk.count<StopFace>() == 1);
}

TEST_CASE("consentPageLeftUnansweredCountsAsNo")
{
    auto walk = atConsent();

    walk.then(StepTimedOut{});

    REQUIRE(walk.count<AskCentral>() == 1);
    CHECK(std::get<AskCentral>(walk.actions.back()).consents.none());
}

TEST_CASE("inTheGracePeriodNobodyIsAskedForConsent")
{
    Walk walk;

    walk.then(CardInserted{}).then(ChallengeArrived{}).then(CardWasRead{CertificateState::InGrace});
    walk.then(MethodChosen{Method::Pin}).then(PinTriesKnown{3}).then(PinTyped{}).then(PinVerified{});

    CHECK(walk.visit.stage == Stage::AskingCentral);
    CHECK(std::get<AskCentral>(walk.actions.back()).consents.none());
}

TEST_CASE("anItemThatWasNotAskedCannotBecomeAYes")
{
    Walk walk;
    walk.visit.abilities.consentItems = {ConsentItem::Medicines}; // a pharmacy, say
    walk.then(CardInserted{}).then(ChallengeArrived{}).then(CardWasRead{}).then(MethodChosen{Method::Pin});
    walk.then(PinTriesKnown{3}).then(PinTyped{}).then(PinVerified{});

    walk.then(ConsentsGiven{Consents{0b1111}});

    CHECK(std::get<AskCentral>(walk.actions.back()).consents == Consents{0b0001});
}

TEST_CASE("firstUseAsksOnceAndThenAsksTheCentralSystemWithANewNonce")
{
    auto walk = atConsent();

    walk.then(ConsentsGiven{kMixed}).then(QuestionSigned{}).then(FirstUseFound{});
    CHECK(walk.visit.stage == Stage::Registering);

    walk.then(FirstUseAnswered{true}).then(ChallengeArrived{});
    REQUIRE(walk.count<AskCentral>() == 2);
    const auto& question = std::get<AskCentral>(walk.actions.back());
    CHECK(question.registerFirstUse);
    CHECK(question.consents == kMixed);
    CHECK(walk.count<FetchChallenge>() == 2);

    walk.then(QuestionSigned{}).then(FirstUseFound{});
    CHECK(walk.visit.stage == Stage::AskingCentral);
}

TEST_CASE("aLateChallengeIsAwaitedAndAFailedOneTriedOnceMore")
{
    Walk walk;
    walk.then(CardInserted{}).then(ChallengeFailed{fault(FaultCode::LineDown)}).then(CardWasRead{});
    walk.then(MethodChosen{Method::Pin}).then(PinTriesKnown{3}).then(PinTyped{}).then(PinVerified{});

    walk.then(ConsentsGiven{});
    CHECK(walk.count<FetchChallenge>() == 2);
    CHECK(walk.count<AskCentral>() == 0);

    walk.then(ChallengeFailed{fault(FaultCode::LineDown)});
    CHECK(walk.visit.stage == Stage::Failed);
    CHECK(walk.visit.fault == FaultCode::LineDown);
}

TEST_CASE("aHandOverThatFailsLetsThePatientGoCallsStaffAndIsTriedAgain")
{
    auto walk = atConsent();
    walk.then(ConsentsGiven{})
        .then(QuestionSigned{})
        .then(Answered{})
        .then(HandOffFailed{fault(FaultCode::HandOverFolderFull)});
    CHECK(walk.visit.stage == Stage::Finished);
    CHECK(walk.visit.fault == FaultCode::HandOverFolderFull);
    CHECK(walk.count<CallStaff>() == 1);

    walk.then(CardTaken{}).then(StepTimedOut{});
    CHECK(walk.visit.stage == Stage::Finished);
    CHECK(walk.count<DeliverAnswer>() == 2);

    walk.then(HandedOver{});
    CHECK(walk.visit.stage == Stage::Erasing);
}

TEST_CASE("aHandOverThatNeverWorksDoesNotKeepTheVisitAlive")
{
    auto walk = atConsent();
    walk.then(ConsentsGiven{})
        .then(QuestionSigned{})
        .then(Answered{})
        .then(HandOffFailed{fault(FaultCode::HandOverFolderMissing)});
    walk.then(CardTaken{});

    for (int i = 0; i < kMaxHandOverTries; ++i)
        walk.then(HandOffFailed{fault(FaultCode::HandOverFolderMissing)}).then(StepTimedOut{});

    CHECK(walk.visit.stage == Stage::Erasing);
    CHECK(walk.count<DeliverAnswer>() == kMaxHandOverTries);
}

TEST_CASE("aCardLeftBehindByTheLastVisitStartsNoNewOne")
{
    Walk walk;

    walk.then(CardAlreadyThere{});
    CHECK(walk.visit.stage == Stage::CardLeftBehind);
    CHECK(walk.actions.empty());

    walk.then(CardTaken{});
    CHECK(walk.visit.stage == Stage::Erasing);
}

TEST_CASE("aCardPutBackAfterAFailureMakesRoomAtOnce")
{
    auto walk = atMethod();

    walk.then(CardTaken{}).then(CardInserted{});

    CHECK(walk.visit.stage == Stage::Erasing);
    CHECK(walk.visit.reader == OnReader::Next);
}

TEST_CASE("aLostReaderTakesTheTerminalOutOfServiceAndBack")
{
    Walk walk;

    walk.then(ReaderLost{});
    CHECK(walk.visit.stage == Stage::OutOfService);

    walk.then(ReaderBack{});
    CHECK(walk.visit.stage == Stage::Idle);
    CHECK_FALSE(walk.visit.fault);
}

TEST_CASE("aTypedNumberIsAskedAndHandedOverWithoutAnyCard")
{
    Walk walk;

    walk.then(StaffBegan{}).then(PaneOpened{}).then(NumberTyped{}).then(NumberAnswered{}).then(HandedOver{});

    CHECK(walk.visit.stage == Stage::Finished);
    CHECK(walk.count<ArmErasure>() == 1);
    CHECK(walk.count<AskNumber>() == 1);
    CHECK(walk.count<DeliverAnswer>() == 1);
    CHECK(walk.count<AskCentral>() == 0);
    CHECK_FALSE(walk.visit.proof);
    CHECK(walk.visit.consents.none());
}

TEST_CASE("aNumberThatFindsNothingComesBackToStaffAndMayBeTypedAgain")
{
    Walk walk;
    walk.then(NoCardHere{}).then(NumberTyped{}).then(NumberAnswered{Outcome::SeeReception});
    CHECK(walk.visit.stage == Stage::WaitingForStaff);
    CHECK(walk.count<DeliverAnswer>() == 0);

    walk.then(NumberTyped{}).then(NumberFailed{fault(FaultCode::LineDown)});
    CHECK(walk.visit.stage == Stage::WaitingForStaff);
    CHECK(walk.visit.fault == FaultCode::LineDown);

    walk.then(NumberTyped{}).then(NumberAnswered{});
    CHECK(walk.visit.stage == Stage::HandingOver);
    CHECK_FALSE(walk.visit.fault);
}

TEST_CASE("aCardBesideATypedNumberIsNobodys")
{
    Walk walk;
    walk.then(NoCardHere{}).then(CardInserted{}).then(StaffAttested{});
    CHECK(walk.visit.stage == Stage::WaitingForStaff);

    walk.then(NumberTyped{}).then(ChallengeArrived{}).then(CardTaken{}).then(ReaderLost{});
    CHECK(walk.visit.stage == Stage::AskingCentral);
    CHECK(walk.count<AskCentral>() == 0);
}

TEST_CASE("theNextPatientsCardIsNotLeftBehindByWhoHadNone")
{
    Walk walk;
    walk.then(NoCardHere{})
        .then(CardInserted{})
        .then(NumberTyped{})
        .then(NumberAnswered{})
        .then(HandedOver{});

    walk.then(StepTimedOut{});

    CHECK(walk.visit.stage == Stage::Erasing);
    CHECK(walk.visit.reader == OnReader::Next);
}

TEST_CASE("whileStaffLookAPatientStaysUntilTheNextCardComes")
{
    auto walk = atConsent();
    walk.then(PaneOpened{})
        .then(ConsentsGiven{})
        .then(QuestionSigned{})
        .then(Answered{})
        .then(HandedOver{})
        .then(CardTaken{});
    CHECK(walk.visit.stage == Stage::Finished);
    CHECK(walk.visit.patient == Patient::Gone);
    walk.then(StepTimedOut{});
    CHECK(walk.visit.stage == Stage::Finished);

    SECTION("or the window is closed")
    {
        walk.then(PaneClosed{});
        CHECK(walk.visit.stage == Stage::Erasing);
    }
    SECTION("or the next patient comes")
    {
        walk.then(CardInserted{});
        CHECK(walk.visit.stage == Stage::Erasing);
    }
    SECTION("or staff end it")
    {
        walk.then(Cancelled{});
        CHECK(walk.visit.stage == Stage::Erasing);
    }
    SECTION("or the visit's own time is up")
    {
        walk.then(VisitTimedOut{});
        CHECK(walk.visit.stage == Stage::Erasing);
    }
}

TEST_CASE("staffMayLookAtThisOnePatientAndGetTheChipPhoto")
{
    auto walk = atPin(3);

    walk.then(StaffLooks{});
    CHECK(walk.visit.stage == Stage::WaitingForStaff);
    CHECK(walk.count<ReadPortrait>() == 1);
    walk.then(PortraitFailed{fault(FaultCode::PhotoUnreadable)});
    CHECK(walk.visit.stage == Stage::WaitingForStaff);
    walk.then(PortraitFailed{fault(FaultCode::CardNotGenuine)});
    CHECK(walk.visit.stage == Stage::Failed);
    CHECK_FALSE(walk.visit.proof);
}

TEST_CASE("aQuestionThatGotNoAnswerIsPutAgainAsItWasSigned")
{
    const auto lost = GENERATE(FaultCode::LineDown, FaultCode::CentralTooSlow, FaultCode::CentralBusy);
    auto walk = atConsent();
    walk.then(ConsentsGiven{kMixed})
        .then(PaneOpened{})
        .then(QuestionSigned{})
        .then(CentralFailed{fault(lost)});
    REQUIRE(walk.visit.stage == Stage::Failed);
    const bool cardTaken = GENERATE(false, true);
    if (cardTaken)
        walk.then(CardTaken{}).then(StepTimedOut{});
    REQUIRE(requery(walk.visit) == Requery::SameQuestion);

    walk.then(QueryWanted{});
    CHECK(walk.visit.stage == Stage::AskingCentral);
    CHECK(walk.count<RepeatQuestion>() == 1);
    CHECK(walk.count<AskCentral>() == 1);
    CHECK_FALSE(walk.visit.fault);

    walk.then(Answered{});
    CHECK(walk.visit.stage == Stage::HandingOver);
    CHECK(walk.visit.consents == kMixed);
}

TEST_CASE("afterAnAnswerTheSameCardSignsANewQuestionWithNewConsents")
{
    auto walk = atConsent();
    walk.then(ConsentsGiven{kMixed})
        .then(QuestionSigned{})
        .then(Answered{Outcome::SeeReception})
        .then(HandedOver{});

    walk.then(QueryWanted{});
    CHECK(walk.visit.stage == Stage::EnteringPin); // the card has forgotten that the PIN was right
    CHECK_FALSE(walk.visit.proof);
    CHECK(walk.count<FetchChallenge>() == 2);
    CHECK(walk.count<RepeatQuestion>() == 0);

    walk.then(ChallengeArrived{}).then(PinTriesKnown{3}).then(PinTyped{}).then(PinVerified{});
    walk.then(ConsentsGiven{Consents{0b0010}});
    CHECK(std::get<AskCentral>(walk.actions.back()).consents == Consents{0b0010});
    walk.then(QuestionSigned{}).then(Answered{}).then(HandedOver{});
    CHECK(walk.count<DeliverAnswer>() == 2);
    CHECK(walk.count<VerifyPin>() == 2);
}

TEST_CASE("whomAFaceHasProvenIsAskedForConsentAgainAndNothingElse")
{
    auto walk = atMethod();
    walk.then(MethodChosen{Method::Face}).then(PortraitWasRead{}).then(FaceDecided{FaceVerdict::Accepted});
    walk.then(ConsentsGiven{kMixed}).then(QuestionSigned{}).then(Answered{}).then(HandedOver{});

    walk.then(QueryWanted{});
    CHECK(walk.visit.stage == Stage::Consenting);
    CHECK(walk.visit.consents.none());

    walk.then(ChallengeArrived{}).then(StepTimedOut{});
    CHECK(std::get<AskCentral>(walk.actions.back()).consents.none());
}

TEST_CASE("withoutItsCardAnAnsweredVisitIsNotAskedAgain")
{
    auto walk = atConsent();
    walk.then(PaneOpened{}).then(ConsentsGiven{}).then(QuestionSigned{}).then(Answered{}).then(HandedOver{});
    walk.then(CardTaken{}).then(QueryWanted{});

    CHECK(walk.visit.stage == Stage::Finished);
    CHECK(requery(walk.visit) == Requery::No);
}

TEST_CASE("aCancelledVisitIsNotAskedAgain")
{
    auto walk = atConsent();
    walk.then(Cancelled{}).then(QueryWanted{});

    CHECK(walk.visit.stage == Stage::Finished);
    CHECK(walk.count<AskCentral>() == 0);
}

TEST_CASE("whereACardDidNotHelpStaffGoOnWithANumberInTheSameVisit")
{
    auto walk = atConsent();
    walk.then(PaneOpened{})
        .then(ConsentsGiven{kMixed})
        .then(QuestionSigned{})
        .then(Answered{Outcome::SeeReception});
    walk.then(StaffBegan{});
    CHECK(walk.visit.stage == Stage::HandingOver); // the file is still owed
    walk.then(HandedOver{}).then(CardTaken{}).then(StaffBegan{});

    CHECK(walk.visit.stage == Stage::WaitingForStaff);
    CHECK(walk.visit.kind == Kind::ByNumber);
    CHECK_FALSE(walk.visit.proof);
    CHECK(walk.visit.consents.none());
    walk.then(NumberTyped{}).then(NumberAnswered{}).then(HandedOver{});
    CHECK(walk.visit.stage == Stage::Finished);
    CHECK(walk.count<AskCentral>() == 1);
    CHECK(walk.count<AskNumber>() == 1);
}

TEST_CASE("whoWasReceivedIsNotTypedAgain")
{
    auto walk = atConsent();
    walk.then(PaneOpened{})
        .then(ConsentsGiven{})
        .then(QuestionSigned{})
        .then(Answered{})
        .then(HandedOver{})
        .then(StaffBegan{});

    CHECK(walk.visit.stage == Stage::Finished);
    CHECK(walk.visit.kind == Kind::ByCard);
}

TEST_CASE("aChallengeThatComesLateMakesOneQuestion")
{
    Walk walk;
    walk.then(CardInserted{}).then(CardWasRead{}).then(MethodChosen{Method::Pin}).then(PinTriesKnown{3});
    walk.then(PinTyped{}).then(PinVerified{}).then(ConsentsGiven{kMixed});
    CHECK(walk.count<FetchChallenge>() == 1);

    walk.then(ChallengeArrived{}).then(ChallengeArrived{});

    CHECK(walk.count<AskCentral>() == 1);
}
