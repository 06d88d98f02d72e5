// SPDX-License-Identifier: Apache-2.0
#include "ui/board/DeskRow.h"

#include <algorithm>

namespace madoguchi {
namespace {

/// For so long after its end a visit may still want somebody: its patient waits at the desk.
constexpr std::chrono::minutes kStillWaiting{10};

} // namespace

DeskRow::DeskRow(Facts facts, std::chrono::milliseconds now, QObject* parent)
    : QObject{parent}, facts_{std::move(facts)}, step_{nextStep(status(), !active(), facts_.called)},
      minutes_{static_cast<int>(std::max<std::int64_t>(
          0, std::chrono::duration_cast<std::chrono::minutes>(now - changedAt()).count()))},
      need_{needAt(now)}
{
}

void DeskRow::take(const DeskRow& newer)
{
    const bool same = facts_.row == newer.facts_.row && facts_.terminal == newer.facts_.terminal &&
                      facts_.called == newer.facts_.called && minutes_ == newer.minutes_ &&
                      need_ == newer.need_;
    if (same)
        return;
    facts_ = newer.facts_;
    step_ = newer.step_;
    minutes_ = newer.minutes_;
    need_ = newer.need_;
    emit changed();
}

std::chrono::milliseconds DeskRow::changedAt() const
{
    return active() ? std::max(facts_.row.begun, facts_.row.since) : facts_.row.ended;
}

DeskRow::Who DeskRow::who() const
{
    if (faultDecides(status(), !active()))
        return static_cast<Who>(faultRow(*status().fault).actor);
    return situationOf(status(), !active(), facts_.called) == Situation::Going ? Patient : Staff;
}

DeskRow::Need DeskRow::needAt(std::chrono::milliseconds now) const
{
    if (wantsStaff(status(), !active(), facts_.called) &&
        (active() || now - facts_.row.ended < kStillWaiting))
        return Calling;
    return active() ? Going : Done;
}

int DeskRow::method() const
{
    return status().proof ? static_cast<int>(*status().proof) : -1;
}

int DeskRow::reservation() const
{
    return status().reservation ? static_cast<int>(*status().reservation) : -1;
}

} // namespace madoguchi
