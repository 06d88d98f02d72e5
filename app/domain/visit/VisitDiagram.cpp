// SPDX-License-Identifier: Apache-2.0
#include "domain/visit/VisitDiagram.h"

#include "domain/visit/VisitMachine.h"

#include <map>
#include <set>
#include <utility>
#include <vector>

namespace madoguchi {
namespace {

using Named = std::pair<std::string_view, Event>;

/// One of each kind of event that can move a visit, with the words of the arrow.
std::vector<Named> events()
{
    const auto fault = [](FaultCode code, int value = 0) { return Fault{code, FaultSpace::None, value, {}}; };
    return {
        {"card inserted", CardInserted{}},
        {"card left behind", CardAlreadyThere{}},
        {"card taken", CardTaken{}},
        {"reader lost", ReaderLost{}},
        {"reader back", ReaderBack{}},
        {"card read", CardWasRead{CertificateState::Valid}},
        {"certificate expired", CardWasRead{CertificateState::Expired}},
        {"face chosen", MethodChosen{Method::Face}},
        {"PIN chosen", MethodChosen{Method::Pin}},
        {"staff chosen", MethodChosen{Method::StaffEye}},
        {"PIN typed", PinTyped{}},
        {"PIN right", PinVerified{}},
        {"PIN wrong", CardFailed{fault(FaultCode::PinWrong, 2)}},
        {"PIN locked", CardFailed{fault(FaultCode::PinLocked)}},
        {"card fault", CardFailed{fault(FaultCode::CardUnreadable)}},
        {"photo unreadable", PortraitFailed{fault(FaultCode::PhotoUnreadable)}},
        {"card not genuine", PortraitFailed{fault(FaultCode::CardCloned)}},
        {"face confirmed", FaceDecided{FaceVerdict::Accepted}},
        {"face in doubt", FaceDecided{FaceVerdict::AskStaff}},
        {"face not confirmed", FaceDecided{FaceVerdict::NotYet}},
        {"no camera", FaceFailed{fault(FaultCode::CameraMissing)}},
        {"staff say yes", StaffAttested{}},
        {"staff say no", StaffRefused{}},
        {"consents given", ConsentsGiven{}},
        {"first use", FirstUseFound{}},
        {"register", FirstUseAnswered{true}},
        {"not now", FirstUseAnswered{false}},
        {"answer", Answered{}},
        {"no answer", CentralFailed{fault(FaultCode::LineDown)}},
        {"handed over", HandedOver{}},
        {"not handed over", HandOffFailed{fault(FaultCode::HandOverFailed)}},
        {"not on record", RecordFailed{fault(FaultCode::RecordNotKept)}},
        {"step timed out", StepTimedOut{}},
        {"visit timed out", VisitTimedOut{}},
        {"cancelled", Cancelled{}},
        {"no card", NoCardHere{}},
        {"staff look", StaffLooks{}},
        {"staff type", StaffBegan{}},
        {"asked again", QueryWanted{}},
    };
}

/// A visit as it typically stands at a stage.
Visit at(Stage stage)
{
    Visit visit;
    visit.stage = stage;
    visit.cardPresent = stage != Stage::Idle && stage != Stage::OutOfService;
    visit.challengeReady = true;
    visit.portraitRead = stage == Stage::LookingAtFace;
    visit.faceMisses = kMaxFaceMisses - 1;
    visit.pinTriesLeft = 3;
    if (stage >= Stage::Registering && stage <= Stage::HandingOver)
        visit.proof = Method::Pin;
    if (stage == Stage::Finished || stage == Stage::CardLeftBehind || stage == Stage::Failed) {
        visit.proof = Method::Pin; // sent to the reception after an answer, or because none came
        visit.outcome = Outcome::SeeReception;
        visit.questionOpen = stage == Stage::Failed;
        visit.fault = stage == Stage::Failed ? std::optional{FaultCode::LineDown} : std::nullopt;
    }
    return visit;
}

/// The table answers these at every stage; a card tells of a PIN only while it is asked for it, and the audit
/// log refuses only what is put on record.
bool canHappen(Stage stage, std::string_view words)
{
    if (words == "not on record")
        return stage == Stage::LookingAtFace || stage == Stage::CheckingPin ||
               stage == Stage::WaitingForStaff || stage == Stage::Registering || stage == Stage::Consenting ||
               stage == Stage::HandingOver;
    if (words == "PIN wrong")
        return stage == Stage::CheckingPin;
    if (words == "PIN locked")
        return stage == Stage::CheckingPin || stage == Stage::EnteringPin;
    return true;
}

} // namespace

std::string visitDiagram()
{
    std::map<std::pair<Stage, Stage>, std::set<std::string_view>> arrows;
    std::set<Stage> endedByTheVisitsClock;
    for (std::size_t i = 0; i < kStageCount; ++i) {
        const auto from = static_cast<Stage>(i);
        for (const auto& [words, event] : events()) {
            const auto to = next(at(from), event).visit.stage;
            if (to == from || !canHappen(from, words))
                continue;
            if (std::holds_alternative<VisitTimedOut>(event))
                endedByTheVisitsClock.insert(from);
            else
                arrows[{from, to}].insert(words);
        }
    }

    std::string diagram = "stateDiagram-v2\n    [*] --> Idle\n";
    for (const auto& [ends, words] : arrows) {
        diagram += "    " + std::string{name(ends.first)} + " --> " + std::string{name(ends.second)} + ": ";
        std::string_view separator;
        for (const auto word : words) {
            diagram += std::string{separator} + std::string{word};
            separator = ", ";
        }
        diagram += '\n';
    }
    diagram += "    Erasing --> [*]: the process group dies\n";
    diagram += "    note right of Erasing\n        The visit's own deadline leads here from " +
               std::to_string(endedByTheVisitsClock.size()) +
               " stages:\n        every one but Idle and OutOfService.\n";
    diagram += "    end note\n";
    return diagram;
}

} // namespace madoguchi
