// SPDX-License-Identifier: Apache-2.0
#include "domain/advice/NextStep.h"

#include "domain/advice/NextStepTable.h"

namespace madoguchi {
namespace {

template<typename E>
constexpr std::size_t at(E value)
{
    return static_cast<std::size_t>(value);
}

Situation whileActive(const VisitStatus& status, bool called)
{
    if (status.securityNumberWanted)
        return Situation::CardNumberWanted;
    if (status.stage == Stage::WaitingForStaff)
        return status.withoutCard ? Situation::NumberWanted : Situation::EyeWanted;
    if (status.stage == Stage::CardLeftBehind)
        return Situation::CardLeft;
    if (status.stage == Stage::OutOfService)
        return Situation::OutOfService;
    return called ? Situation::HelpCalled : Situation::Going;
}

Situation afterAnswer(const VisitStatus& status)
{
    const auto found = status.reason
                           ? situationOf(*status.reason, !status.proof)
                           : (status.outcome == Outcome::Received ? Situation::Ok : Situation::SeeReception);
    return found == Situation::Ok && status.kanjiNameOmitted ? Situation::NameOmitted : found;
}

bool wantsSomebodyNow(Situation situation)
{
    return situation == Situation::CardLeft || situation == Situation::HelpCalled;
}

} // namespace

const NextStep& nextStep(Situation situation)
{
    return situationRows()[at(situation)].row;
}

NextStep nextStep(FaultCode code)
{
    NextStep row = faultStepRows()[at(code)].row;
    row.headline = faultRow(code).headline;
    return row;
}

NextStep nextStep(const VisitStatus& status, bool ended, bool called)
{
    return faultDecides(status, ended) ? nextStep(*status.fault)
                                       : nextStep(situationOf(status, ended, called));
}

Situation situationOf(const VisitStatus& status, bool ended, bool called)
{
    const auto going = ended ? Situation::EndedWithoutReception : whileActive(status, called);
    if (status.outcome == Outcome::None || wantsSomebodyNow(going))
        return going;
    return afterAnswer(status);
}

bool faultDecides(const VisitStatus& status, bool ended)
{
    if (!status.fault)
        return false;
    const bool numberFailed = status.withoutCard && status.stage == Stage::WaitingForStaff;
    const bool failed = status.stage == Stage::Failed || status.stage == Stage::OutOfService ||
                        numberFailed || (ended && status.outcome == Outcome::None);
    const bool answerIsFine = !status.reason || *status.reason == ResolutionReason::Ok;
    return failed ||
           (status.outcome != Outcome::None && status.stage != Stage::CardLeftBehind && answerIsFine);
}

bool wantsStaff(const VisitStatus& status, bool ended, bool called)
{
    if (faultDecides(status, ended))
        return !ended || faultRow(*status.fault).actor != Actor::Patient;
    switch (situationOf(status, ended, called)) {
    case Situation::Ok:
    case Situation::EndsSoon:
    case Situation::Going:
    case Situation::EndedWithoutReception:
        return false;
    default:
        return true;
    }
}

Situation situationOf(ResolutionReason reason, bool byNumber)
{
    switch (reason) {
    case ResolutionReason::Ok:
        return Situation::Ok;
    case ResolutionReason::Overlap:
        return Situation::Overlap;
    case ResolutionReason::EndsSoon:
        return Situation::EndsSoon;
    case ResolutionReason::Lost:
        return Situation::Lost;
    case ResolutionReason::Expired:
        return Situation::Expired;
    case ResolutionReason::NotYet:
        return Situation::NotYet;
    case ResolutionReason::NewExists:
        return Situation::NewExists;
    case ResolutionReason::NoMatch:
        return byNumber ? Situation::NoMatch : Situation::NoMatchCard;
    case ResolutionReason::Multiple:
        return Situation::Multiple;
    case ResolutionReason::NeedBranchOrBirth:
        return Situation::NeedBranchOrBirth;
    case ResolutionReason::Format:
        return Situation::Format;
    case ResolutionReason::Unregistered:
        return Situation::Unregistered;
    }
    return Situation::Format;
}

TextId label(NextAction action)
{
    return actionRows()[at(action)].label;
}

std::string_view name(Situation situation)
{
    constexpr std::array<std::string_view, kSituationCount> kNames{"OK",
                                                                   "OVERLAP",
                                                                   "ENDS_SOON",
                                                                   "UNREGISTERED",
                                                                   "LOST",
                                                                   "EXPIRED",
                                                                   "NOT_YET",
                                                                   "NEW_EXISTS",
                                                                   "NO_MATCH",
                                                                   "NO_MATCH_CARD",
                                                                   "MULTIPLE",
                                                                   "NEED_BRANCH_OR_BIRTH",
                                                                   "FORMAT",
                                                                   "GOING",
                                                                   "HELP_CALLED",
                                                                   "EYE_WANTED",
                                                                   "NUMBER_WANTED",
                                                                   "CARD_NUMBER_WANTED",
                                                                   "CARD_LEFT",
                                                                   "NAME_OMITTED",
                                                                   "OUT_OF_SERVICE",
                                                                   "SEE_RECEPTION",
                                                                   "ENDED_WITHOUT_RECEPTION"};
    return kNames[at(situation)];
}

std::string_view name(NextAction action)
{
    constexpr std::array<std::string_view, kNextActionCount> kNames{
        "NONE", "OPEN_PANE", "LOOK_AT_FACE", "TYPE_CARD_NUMBER", "TYPE_INSURED_NUMBER", "END_VISIT"};
    return kNames[at(action)];
}

std::string headlineOn(const NextStep& row, Language language, std::optional<CivilDate> date)
{
    if (!date || row.dated == TextId::None)
        return std::string{text(row.headline, language)};
    const auto iso = isoDate(*date);
    const auto day = filled(TextId::nextStepsDayInHeadline, language,
                            {{"month", std::to_string(static_cast<unsigned>(date->month()))},
                             {"day", std::to_string(static_cast<unsigned>(date->day()))},
                             {"date", iso}});
    return filled(row.dated, language, {{"date", day}});
}

} // namespace madoguchi
