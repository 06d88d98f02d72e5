// SPDX-License-Identifier: Apache-2.0
#include "ui/pane/AdviceWords.h"

namespace madoguchi {
namespace {

/// Beside the board's rule: while a patient is on the way, what went wrong last is what staff came for. Who
/// is to be looked at is looked at, whatever it was.
bool faultIsTold(const VisitStatus& status)
{
    const bool onTheWay = status.outcome == Outcome::None && status.stage != Stage::WaitingForStaff;
    return faultDecides(status, false) || (status.fault && onTheWay);
}

std::optional<CivilDate> dateOf(const PaneRecord& record, std::optional<ResolutionReason> reason)
{
    if (reason == ResolutionReason::NotYet)
        return parseCivilDate(record.start);
    const auto loss = parseCivilDate(record.loss);
    if (loss && (reason == ResolutionReason::Lost || reason == ResolutionReason::EndsSoon))
        return plusDays(*loss, -1);
    return parseCivilDate(record.validTo);
}

AdviceWords::Tone toneOf(Situation situation)
{
    switch (situation) {
    case Situation::Ok:
    case Situation::Unregistered:
    case Situation::EndsSoon:
        return AdviceWords::Fine;
    case Situation::Going:
    case Situation::EyeWanted:
    case Situation::NumberWanted:
    case Situation::CardNumberWanted:
        return AdviceWords::Plain;
    default:
        return AdviceWords::Attention;
    }
}

} // namespace

void AdviceWords::show(const PaneView& view)
{
    const auto& status = view.status;
    const auto situation = situationOf(status, false, status.staffCalled);
    tellsFault_ = faultIsTold(status);
    const auto date = view.record ? dateOf(*view.record, status.reason) : std::nullopt;
    step_ = StepWords{tellsFault_ ? nextStep(*status.fault) : nextStep(situation), date};
    fault_ = FaultWords{status.fault};
    tone_ = tellsFault_ ? Attention : toneOf(situation);
    emit changed();
}

} // namespace madoguchi
