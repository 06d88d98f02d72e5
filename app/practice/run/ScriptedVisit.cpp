// SPDX-License-Identifier: Apache-2.0
#include "practice/run/ScriptedVisit.h"

#include <algorithm>

namespace madoguchi {
namespace {

constexpr std::chrono::seconds kVisitWithin{120};

} // namespace

Result<ScriptedVisit> serveVisit(Reception& reception, const std::string& persona, int linkKbps)
{
    std::vector<std::string> cardOptions;
    if (linkKbps > 0)
        cardOptions = {"--link-kbps", std::to_string(linkKbps)};
    auto& watch = reception.watch();
    watch.follow();
    if (const auto laid = reception.layCard(persona, cardOptions); !laid)
        return laid.fault();

    const auto ended = watch.untilStage(
        {Stage::Finished, Stage::Failed, Stage::WaitingForStaff, Stage::CardLeftBehind}, kVisitWithin);
    const auto link = reception.takeCard();
    const bool finished = ended && watch.row().status.stage == Stage::Finished;
    return ScriptedVisit{finished, watch.row(), watch.stages(), link};
}

std::vector<StepTime> stepTimes(const std::vector<StageTime>& stages)
{
    std::vector<StepTime> times;
    for (std::size_t i = 0; i + 1 < stages.size(); ++i) {
        const auto [stage, since] = stages[i];
        if (stage == Stage::Idle)
            continue;
        auto step = std::find_if(times.begin(), times.end(),
                                 [stage = stage](const StepTime& time) { return time.first == stage; });
        if (step == times.end())
            step = times.insert(times.end(), {stage, std::chrono::milliseconds{0}});
        step->second += stages[i + 1].since - since;
    }
    return times;
}

} // namespace madoguchi
