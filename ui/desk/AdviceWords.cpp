// SPDX-License-Identifier: Apache-2.0
#include "ui/desk/AdviceWords.h"

#include "ui/desk/QtText.h"

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
    row_ = tellsFault_ ? nextStep(*status.fault) : nextStep(situation);
    tone_ = tellsFault_ ? Attention : toneOf(situation);
    code_ = status.fault ? words(faultRow(*status.fault).supportCode) : QString{};
    date_ = view.record ? dateOf(*view.record, status.reason) : std::nullopt;
    emit changed();
}

QString AdviceWords::headline(std::string_view Text::*language) const
{
    return QString::fromStdString(headlineOn(row_, language, date_));
}

QString AdviceWords::sayJa() const
{
    return words(row_.say.ja);
}

QString AdviceWords::sayEn() const
{
    return words(row_.say.en);
}

QString AdviceWords::claimJa() const
{
    return words(row_.claim.ja);
}

QString AdviceWords::claimEn() const
{
    return words(row_.claim.en);
}

QStringList AdviceWords::steps(std::string_view Text::*language) const
{
    QStringList list;
    for (const auto& step : row_.steps())
        list.push_back(words(step.*language));
    return list;
}

} // namespace madoguchi
