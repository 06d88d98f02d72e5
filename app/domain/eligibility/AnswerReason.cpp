// SPDX-License-Identifier: Apache-2.0
#include "domain/eligibility/AnswerReason.h"

#include "domain/eligibility/Coverage.h"

namespace madoguchi {
namespace {

Coverage coverageOf(const Qualification& qualification)
{
    return {parseCivilDate(qualification.qualificationDate).value_or(CivilDate{}),
            parseCivilDate(qualification.disqualificationDate), parseCivilDate(qualification.validTo)};
}

ResolutionReason whyValid(const EligibilityAnswer& answer, std::optional<CivilDate> day)
{
    if (answer.results.size() > 1)
        return ResolutionReason::Overlap;
    const bool soon = day && !answer.results.empty() && endsSoon(coverageOf(answer.results.front()), *day);
    return soon ? ResolutionReason::EndsSoon : ResolutionReason::Ok;
}

ResolutionReason whyInvalid(const EligibilityAnswer& answer, std::optional<CivilDate> day)
{
    if (answer.results.empty() || !day)
        return ResolutionReason::Lost;
    const auto coverage = coverageOf(answer.results.front());
    if (*day < coverage.start)
        return ResolutionReason::NotYet;
    return coverage.loss && *coverage.loss <= *day ? ResolutionReason::Lost : ResolutionReason::Expired;
}

} // namespace

ResolutionReason reasonOf(const EligibilityAnswer& answer)
{
    if (answer.processingStatus != "1" || !answer.validity)
        return ResolutionReason::Format;
    const auto day = parseCivilDate(answer.confirmedFor);
    switch (*answer.validity) {
    case Validity::Valid:
        return whyValid(answer, day);
    case Validity::Invalid:
        return whyInvalid(answer, day);
    case Validity::InvalidNewerExists:
        return ResolutionReason::NewExists;
    case Validity::NotFound:
        return ResolutionReason::NoMatch;
    case Validity::Several:
        return ResolutionReason::Multiple;
    case Validity::ValidUnregistered:
        return ResolutionReason::Unregistered;
    }
    return ResolutionReason::Format;
}

} // namespace madoguchi
