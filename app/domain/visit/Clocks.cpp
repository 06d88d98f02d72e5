// SPDX-License-Identifier: Apache-2.0
#include "domain/visit/Clocks.h"

#include <algorithm>

namespace madoguchi {

std::chrono::milliseconds limitOf(const Visit& visit, const VisitTimings& timings)
{
    if (visit.stage == Stage::Finished && visit.reader == OnReader::Nothing)
        return timings.finishedWithoutCard;
    if (securityNumberWanted(visit)) // staff have to come for it
        return timings.of(Stage::WaitingForStaff);
    return timings.of(visit.stage);
}

void Clocks::follow(const Visit& visit, bool restartsStep)
{
    const auto now = clock_.now();
    const bool nobodyIsHere = visit.stage == Stage::Idle || visit.stage == Stage::OutOfService;
    if (nobodyIsHere)
        visitEnd_.reset();
    else if (!visitEnd_)
        visitEnd_ = now + timings_.visit;
    if (!restartsStep)
        return;
    const auto limit = limitOf(visit, timings_);
    stepEnd_ = limit.count() > 0 ? std::optional{now + limit} : std::nullopt;
}

std::optional<Event> Clocks::due()
{
    const auto now = clock_.now();
    if (visitEnd_ && now >= *visitEnd_) {
        visitEnd_.reset();
        return VisitTimedOut{};
    }
    if (stepEnd_ && now >= *stepEnd_) {
        stepEnd_.reset();
        return StepTimedOut{};
    }
    return std::nullopt;
}

std::chrono::milliseconds Clocks::untilNext() const
{
    auto wait = std::chrono::milliseconds{std::chrono::hours{1}};
    for (const auto& end : {stepEnd_, visitEnd_})
        if (end)
            wait = std::clamp(*end - clock_.now(), std::chrono::milliseconds{0}, wait);
    return wait;
}

int Clocks::stepSecondsLeft() const
{
    return stepEnd_ ? static_cast<int>((*stepEnd_ - clock_.now()).count() / 1000) : 0;
}

} // namespace madoguchi
