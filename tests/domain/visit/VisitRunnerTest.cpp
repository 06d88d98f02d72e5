// SPDX-License-Identifier: Apache-2.0
#include "FakeWorld.h"

#include "domain/eligibility/MaskedName.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <thread>

using namespace madoguchi;
using namespace madoguchi::test;
using Change = CardPresencePort::Change;

namespace {

EligibilityAnswer validAnswer()
{
    EligibilityAnswer answer;
    answer.processingStatus = "1";
    answer.validity = Validity::Valid;
    answer.results.emplace_back();
    answer.results.front().name = "架空　花子";
    return answer;
}

/// A runner on a thread of its own, in a world that answers well unless told otherwise.
struct Terminal {
    explicit Terminal(FakeWorld& w, Abilities abilities = {}, bool cardLeft = false)
        : world{w}, runner{
                        {w, w.presence, &w, w, w, w, w.clock, w, &w, &w}, std::move(abilities), {}, true, w}
    {
        runner.activate(cardLeft);
        thread = std::jthread{[this](std::stop_token stop) { runner.run(stop); }};
    }

    void timePasses(std::chrono::milliseconds by)
    {
        world.clock.advance(by);
        runner.wake();
    }

    void identifyByPin()
    {
        world.presence.happens(Change::Inserted);
        REQUIRE(world.until(Stage::ChoosingMethod));
        runner.post(PatientInput{MethodChosen{Method::Pin}});
        REQUIRE(world.until([](const Screen& s) { return s.pinTriesLeft.has_value(); }));
        runner.post(PatientInput{PinEntered{world.rightPin}});
        REQUIRE(world.until(Stage::Consenting));
    }

    FakeWorld& world;
    VisitRunner runner;
    std::jthread thread;
};

} // namespace

TEST_CASE("aPinVisitTouchesThePortsInOrderAndEndsErased")
{
    FakeWorld world;
    world.answer = CentralAnswer{false, validAnswer()};
    Terminal terminal{world};

    terminal.identifyByPin();
    terminal.runner.post(PatientInput{ConsentsGiven{Consents{0b0011}}});
    REQUIRE(world.until(Stage::Finished));
    CHECK(world.screen().maskedName == "架●　花●");
    CHECK(world.screen().outcome == Outcome::Received);
    world.presence.happens(Change::Removed);
    terminal.thread.join();

    const auto journal = world.journal();
    const auto at = [&](const char* entry) { return std::find(journal.begin(), journal.end(), entry); };
    CHECK(at("erasure.arm") < at("card.read")); // before the first personal byte
    CHECK(at("card.verifyPin") < at("card.sign"));
    CHECK(at("card.sign") < at("central.ask"));
    CHECK(at("central.ask") < at("handOff.deliver"));
    CHECK(journal.back() == "erasure.erase");
    CHECK(world.times("card.release") == 1);
    CHECK(world.asked.consents == Consents{0b0011});
    CHECK(world.signedSubject == querySubject({9, 9, 9}, Consents{0b0011}, Method::Pin, false));
    CHECK(world.status().handOverFile == "file.xml");
    CHECK_FALSE(world.status().cardLeft);
}

TEST_CASE("aSparesScreenKeepsBehindUntilItsTurn")
{
    FakeWorld world;
    VisitRunner runner{
        {world, world.presence, &world, world, world, world, world.clock, world}, {}, {}, true, world};
    std::jthread thread{[&](std::stop_token stop) { runner.run(stop); }};
    REQUIRE(world.until(Stage::Idle));
    CHECK_FALSE(world.screen().myTurn);
    runner.activate(false);
    REQUIRE(world.until([](const Screen& screen) { return screen.myTurn; }));
    CHECK(world.screen().stage == Stage::Idle);
}

TEST_CASE("aFaceVisitReadsThePhotoWithTheNumberFromTheCardCamera")
{
    FakeWorld world;
    world.answer = CentralAnswer{false, validAnswer()};
    Terminal terminal{world};

    world.presence.happens(Change::Inserted);
    REQUIRE(world.until(Stage::ChoosingMethod));
    terminal.runner.post(PatientInput{MethodChosen{Method::Face}});
    REQUIRE(world.until(Stage::Consenting));

    CHECK(world.times("card.readPortrait fromCamera, camera's") == 1);
    CHECK(world.times("face.giveReference") == 1);
}

TEST_CASE("theFaceIsComparedWithTheCautionsOfTheCardsDates")
{
    using namespace std::chrono_literals;
    FakeWorld world;
    world.portrait = ChipPortrait{{1, 2, 3}, 2016y / 3 / 4, 2029y / 3 / 4}; // a child of ten
    world.faceReports = {FaceDecision{FaceVerdict::AskStaff, FaceDoubt::Minor}};
    Terminal terminal{world};
    world.presence.happens(Change::Inserted);
    REQUIRE(world.until(Stage::ChoosingMethod));

    terminal.runner.post(PatientInput{MethodChosen{Method::Face}});

    REQUIRE(world.until(Stage::WaitingForStaff));
    CHECK(world.cautions == FaceCautions{.minor = true, .oldPhoto = false});
}

TEST_CASE("withoutACardCameraStaffTypeTheNumber")
{
    FakeWorld world;
    Abilities abilities;
    abilities.cardCamera = false;
    Terminal terminal{world, abilities};
    world.presence.happens(Change::Inserted);
    REQUIRE(world.until(Stage::ChoosingMethod));

    terminal.runner.post(PatientInput{MethodChosen{Method::Face}});
    REQUIRE(world.until(Stage::LookingAtFace));
    CHECK(world.status().securityNumberWanted);
    terminal.timePasses(std::chrono::seconds{100}); // longer than a look takes: staff have to come
    terminal.runner.post(StaffInput{SecurityNumberGiven{"fromStaff"}});

    REQUIRE(world.until(Stage::Consenting));
    CHECK(world.times("card.readPortrait fromStaff, staff's") == 1);
}

TEST_CASE("aNumberTheCameraMayNotRiskIsTypedByStaffAndToldToTheCardAsTheirs")
{
    FakeWorld world;
    world.cameraPortrait = Fault{FaultCode::SecurityNumberLow, FaultSpace::None, 5};
    Terminal terminal{world};
    world.presence.happens(Change::Inserted);
    REQUIRE(world.until(Stage::ChoosingMethod));

    terminal.runner.post(PatientInput{MethodChosen{Method::Face}});
    REQUIRE(world.until([](const Screen& s) { return s.fault == FaultCode::SecurityNumberLow; }));
    CHECK(world.screen().stage == Stage::LookingAtFace);
    CHECK(world.status().securityNumberWanted);
    CHECK(world.staffCalls == 1);
    terminal.runner.post(StaffInput{SecurityNumberGiven{"fromStaff"}});

    REQUIRE(world.until(Stage::Consenting));
    CHECK(world.times("card.readPortrait fromCamera, camera's") == 1);
    CHECK(world.times("card.readPortrait fromStaff, staff's") == 1);
}

TEST_CASE("anActThatCannotBePutOnRecordIsNotDone")
{
    FakeWorld world;
    world.answer = CentralAnswer{false, validAnswer()};
    world.recordable = [](const VisitStatus& status) { return status.stage != Stage::AskingCentral; };
    Terminal terminal{world};

    terminal.identifyByPin();
    terminal.runner.post(PatientInput{ConsentsGiven{Consents{0b0011}}});

    REQUIRE(world.until(Stage::Failed));
    CHECK(world.screen().fault == FaultCode::RecordNotKept);
    CHECK(world.screen().outcome == Outcome::SeeReception);
    CHECK(world.status().staffCalled);
    CHECK(world.times("card.sign") == 0);
    CHECK(world.times("central.ask") == 0);
}

TEST_CASE("aPersonWhoseProofCannotBePutOnRecordIsNotProven")
{
    FakeWorld world;
    world.recordable = [](const VisitStatus& status) { return !status.proof; };
    Terminal terminal{world};
    world.presence.happens(Change::Inserted);
    REQUIRE(world.until(Stage::ChoosingMethod));

    terminal.runner.post(PatientInput{MethodChosen{Method::Face}});

    REQUIRE(world.until(Stage::Failed));
    CHECK(world.screen().fault == FaultCode::RecordNotKept);
    CHECK_FALSE(world.status().proof);
}

TEST_CASE("aFileThatCannotBePutOnRecordIsToldToStaffAndNotWrittenAgain")
{
    FakeWorld world;
    world.answer = CentralAnswer{false, validAnswer()};
    world.recordable = [](const VisitStatus& status) {
        return status.stage != Stage::Finished || status.fault.has_value();
    };
    Terminal terminal{world};
    terminal.identifyByPin();

    terminal.runner.post(PatientInput{ConsentsGiven{}});

    REQUIRE(world.until(Stage::Finished));
    CHECK(world.screen().fault == FaultCode::RecordNotKept);
    CHECK(world.screen().outcome == Outcome::Received); // the receipt computer has it
    CHECK(world.staffCalls == 1);
    CHECK(world.times("handOff.deliver") == 1);
}

TEST_CASE("aWrongPinGoesToTheCardOnceForEachTyping")
{
    FakeWorld world;
    Terminal terminal{world};
    world.presence.happens(Change::Inserted);
    REQUIRE(world.until(Stage::ChoosingMethod));
    terminal.runner.post(PatientInput{MethodChosen{Method::Pin}});
    REQUIRE(world.until([](const Screen& s) { return s.pinTriesLeft == 3; }));

    terminal.runner.post(PatientInput{PinEntered{"0000"}});
    REQUIRE(world.until([](const Screen& s) { return s.pinTriesLeft == 2; }));
    CHECK(world.screen().fault == FaultCode::PinWrong);
    CHECK(world.times("card.verifyPin") == 1);
    terminal.runner.post(PatientInput{PinEntered{world.rightPin}});

    REQUIRE(world.until(Stage::Consenting));
    CHECK(world.times("card.verifyPin") == 2);
}

TEST_CASE("timePassingEndsAStepAndThenTheVisit")
{
    FakeWorld world;
    Terminal terminal{world};
    world.presence.happens(Change::Inserted);
    REQUIRE(world.until(Stage::ChoosingMethod));

    terminal.timePasses(std::chrono::seconds{61});
    REQUIRE(world.until(Stage::Failed));
    CHECK(world.screen().fault == FaultCode::TimedOut);
    terminal.timePasses(std::chrono::seconds{9});
    REQUIRE(world.until(Stage::CardLeftBehind));

    terminal.timePasses(std::chrono::minutes{5});
    terminal.thread.join();
    CHECK(world.journal().back() == "erasure.erase");
    CHECK(world.status().cardLeft);
}

TEST_CASE("moreTimeExtendsTheStepButNotTheVisit")
{
    FakeWorld world;
    Terminal terminal{world};
    world.presence.happens(Change::Inserted);
    REQUIRE(world.until(Stage::ChoosingMethod));

    terminal.timePasses(std::chrono::seconds{50});
    terminal.runner.post(PatientInput{HelpWanted{}});
    REQUIRE(world.until([](const Screen& s) { return s.stepSecondsLeft <= 10; }));
    terminal.runner.post(PatientInput{MoreTimeWanted{}});
    REQUIRE(world.until([](const Screen& s) { return s.stepSecondsLeft >= 59; }));
    terminal.timePasses(std::chrono::seconds{50});
    terminal.runner.post(PatientInput{LanguageChosen{Language::English}});
    REQUIRE(world.until([](const Screen& s) { return s.language == Language::English; }));
    CHECK(world.screen().stage == Stage::ChoosingMethod);

    terminal.timePasses(std::chrono::minutes{4});
    terminal.thread.join();
    CHECK(world.journal().back() == "erasure.erase");
}

TEST_CASE("aHandOverThatFailsIsTriedAgainAndStaffAreCalled")
{
    FakeWorld world;
    world.answer = CentralAnswer{false, validAnswer()};
    world.handOvers = {Fault{FaultCode::HandOverFolderFull}, HandOver{"late.xml", false}};
    Terminal terminal{world};
    terminal.identifyByPin();

    terminal.runner.post(PatientInput{ConsentsGiven{}});
    REQUIRE(world.until([](const Screen& s) { return s.fault == FaultCode::HandOverFolderFull; }));
    CHECK(world.staffCalls == 1);
    terminal.timePasses(std::chrono::seconds{9});

    REQUIRE(world.until([](const Screen& s) { return s.stage == Stage::CardLeftBehind && !s.fault; }));
    CHECK(world.status().handOverFile == "late.xml");
}

TEST_CASE("aCardLeftByTheVisitBeforeWaitsForItsRemoval")
{
    FakeWorld world;
    Terminal terminal{world, {}, true};

    world.presence.happens(Change::Inserted);
    REQUIRE(world.until(Stage::CardLeftBehind));
    world.presence.happens(Change::Removed);
    terminal.thread.join();

    CHECK(world.journal() == std::vector<std::string>{"erasure.erase"});
}

TEST_CASE("aNameIsMaskedCharacterByCharacter")
{
    CHECK(maskedName("山田　太郎") == "山●　太●");
    CHECK(maskedName("𠮷野家 一") == "𠮷●● 一");
    CHECK(maskedName("SATO KEN") == "S●●● K●●");
    CHECK(maskedName("").empty());
    CHECK(maskedName("\xE5\xB1").empty()); // cut inside a character
    CHECK(maskedName("\xFF").empty());
}

TEST_CASE("aTypedNumberGoesToTheCentralSystemAndComesBackForTheStaff")
{
    FakeWorld world;
    world.numberAnswer = validAnswer();
    Terminal terminal{world};
    NumberQuery query;
    query.insurerNumber = "06139992";
    query.number = "5678";

    terminal.runner.post(StaffInput{StaffBegan{}});
    REQUIRE(world.until(Stage::WaitingForStaff));
    CHECK(world.screen().withoutCard);
    terminal.runner.post(StaffInput{NumberGiven{query}});
    REQUIRE(world.until(Stage::Finished));

    CHECK(world.askedByNumber == query);
    CHECK(world.answersShown == 1);
    CHECK(world.screen().maskedName.empty()); // whoever stands at the kiosk is somebody else
    const auto journal = world.journal();
    const auto at = [&](const char* entry) { return std::find(journal.begin(), journal.end(), entry); };
    CHECK(at("erasure.arm") < at("central.askByNumber"));
    CHECK(at("central.askByNumber") < at("handOff.deliver"));
    CHECK(world.times("card.read") == 0);
    CHECK(world.times("card.sign") == 0);
}

TEST_CASE("aRepeatedQuestionIsTheSignedOneWithItsOwnKey")
{
    FakeWorld world;
    world.answer = Fault{FaultCode::LineDown};
    Terminal terminal{world};
    terminal.identifyByPin();
    terminal.runner.post(PatientInput{ConsentsGiven{Consents{0b0001}}});
    REQUIRE(world.until(Stage::Failed));
    const auto first = world.asked;
    CHECK(world.status().mayAskAgain);

    world.answer = CentralAnswer{false, validAnswer()}; // the asking thread waits for its next question
    terminal.runner.post(StaffInput{QueryWanted{}});
    REQUIRE(world.until(Stage::Finished));

    CHECK(world.times("central.ask") == 2);
    CHECK(world.times("card.sign") == 1);
    CHECK(world.asked.idempotencyKey == first.idempotencyKey);
    CHECK(world.asked.signature == first.signature);
    CHECK(world.asked.nonce == first.nonce);
    CHECK(world.times("handOff.deliver") == 1);
}

TEST_CASE("aNewQuestionAfterAnAnswerIsSignedAnew")
{
    FakeWorld world;
    world.answer = CentralAnswer{false, validAnswer()};
    Terminal terminal{world};
    terminal.identifyByPin();
    terminal.runner.post(PatientInput{ConsentsGiven{Consents{0b0001}}});
    REQUIRE(world.until(Stage::Finished));
    const auto first = world.asked;

    terminal.runner.post(StaffInput{QueryWanted{}});
    REQUIRE(world.until(Stage::EnteringPin));
    REQUIRE(world.until([](const Screen& s) { return s.pinTriesLeft.has_value(); }));
    terminal.runner.post(PatientInput{PinEntered{world.rightPin}});
    REQUIRE(world.until(Stage::Consenting));
    terminal.runner.post(PatientInput{ConsentsGiven{Consents{0b0010}}});
    REQUIRE(world.until(Stage::Finished));

    CHECK(world.times("central.challenge") == 2);
    CHECK(world.times("card.sign") == 2);
    CHECK(world.asked.idempotencyKey != first.idempotencyKey);
    CHECK(world.asked.consents == Consents{0b0010});
    CHECK(world.times("handOff.deliver") == 2);
}

TEST_CASE("theChipPhotoIsShownToStaffOnlyWhileTheyLook")
{
    FakeWorld world;
    Terminal terminal{world};
    world.presence.happens(Change::Inserted);
    REQUIRE(world.until(Stage::ChoosingMethod));

    terminal.runner.post(StaffInput{StaffLooks{}});
    REQUIRE(world.until(Stage::WaitingForStaff));
    REQUIRE(world.until([&](const Screen&) { return world.portraitSize == 3; }));
    terminal.runner.post(StaffInput{StaffAttested{}});
    REQUIRE(world.until(Stage::Consenting));

    CHECK(world.portraitSize == 0);
    CHECK(world.status().proof == Method::StaffEye);
    CHECK(world.times("face.giveReference") == 0);
}

namespace {

void chooseFace(FakeWorld& world, Terminal& terminal)
{
    world.presence.happens(Change::Inserted);
    REQUIRE(world.until(Stage::ChoosingMethod));
    terminal.runner.post(PatientInput{MethodChosen{Method::Face}});
}

} // namespace

TEST_CASE("aTryOfTheFaceIsCountedBeforeTheCameraStarts")
{
    FakeWorld world;
    Terminal terminal{world};

    chooseFace(world, terminal);
    REQUIRE(world.until(Stage::Consenting));

    const auto journal = world.journal();
    const auto at = [&](const std::string& entry) {
        return std::find(journal.begin(), journal.end(), entry);
    };
    CHECK(at("faceTries.begin") < at("face.start"));
    CHECK(world.times("faceTries.accepted") == 1);
}

TEST_CASE("whenTheTriesAreUsedUpTheCameraStaysOffAndTheOtherWaysAreOffered")
{
    FakeWorld world;
    world.tryAllowed = Fault{FaultCode::FaceTriesPaused, FaultSpace::None, 12, "test"};
    Terminal terminal{world};

    chooseFace(world, terminal);
    REQUIRE(world.until([](const Screen& s) { return s.fault == FaultCode::FaceTriesPaused; }));

    CHECK(world.screen().stage == Stage::ChoosingMethod);
    CHECK(world.screen().methods == std::vector{Method::Pin, Method::StaffEye});
    CHECK(world.times("face.start") == 0);
}

TEST_CASE("aCameraThatFailsCostsNoTry")
{
    FakeWorld world;
    world.faceReports = {Fault{FaultCode::CameraBlind}};
    Terminal terminal{world};

    chooseFace(world, terminal);
    REQUIRE(world.until([](const Screen& s) { return s.fault == FaultCode::CameraBlind; }));

    CHECK(world.times("faceTries.nothingCompared") == 1);
}

TEST_CASE("eachLookThatDidNotConfirmCountsAsATry")
{
    FakeWorld world;
    world.faceReports = {FaceDecision{FaceVerdict::NotYet}};
    Terminal terminal{world};

    chooseFace(world, terminal);
    REQUIRE(world.until([](const Screen& s) { return s.fault == FaultCode::FaceNotConfirmed; }));

    CHECK(world.times("faceTries.begin") == kMaxFaceMisses);
    CHECK(world.times("faceTries.accepted") + world.times("faceTries.nothingCompared") == 0);
}

TEST_CASE("aBookedPatientIsFlaggedBesideTheAnswerAndCallsNobodyAgain")
{
    for (const auto& [found, flag] :
         {std::pair{Result<ReservationFound>{{Reservation::Changed, BookedCounts{20261120, 31, 2, 1}}},
                    Reservation::Changed},
          {Result<ReservationFound>{Fault{FaultCode::MessageInvalid}}, Reservation::ListUnreadable}}) {
        FakeWorld world;
        world.answer = CentralAnswer{false, validAnswer()};
        world.reservation = found;
        Terminal terminal{world};
        terminal.identifyByPin();
        const int calls = world.staffCalls;

        terminal.runner.post(PatientInput{ConsentsGiven{Consents{0b0011}}});

        CHECK(world.untilStatus([flag = flag](const VisitStatus& status) {
            const bool counted = status.booked == BookedCounts{20261120, 31, 2, 1};
            return status.reservation == flag && status.stage == Stage::Finished &&
                   counted == (flag == Reservation::Changed);
        }));
        CHECK(world.staffCalls == calls);
        world.presence.happens(Change::Removed);
        terminal.thread.join();
    }
}

TEST_CASE("aVisitItselfRefusesATypedMyNumberAndWhatIsTooLongForItsField")
{
    FakeWorld world;
    world.numberAnswer = validAnswer();
    Terminal terminal{world};
    terminal.runner.post(StaffInput{StaffBegan{}});
    REQUIRE(world.until(Stage::WaitingForStaff));
    NumberQuery good, myNumber, spacedMyNumber, tooLong;
    good.number = "5678";
    myNumber.number = "123456789018";
    spacedMyNumber.symbol = "1234 5678 9018";
    tooLong.symbol = std::string(121, '1');

    for (const auto& refused : {myNumber, spacedMyNumber, tooLong})
        terminal.runner.post(StaffInput{NumberGiven{refused}});
    terminal.runner.post(StaffInput{NumberGiven{good}}); // in order: the others came before it

    REQUIRE(world.until(Stage::Finished));
    CHECK(world.times("central.askByNumber") == 1);
    CHECK(world.askedByNumber == good);
}
