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

std::optional<std::chrono::milliseconds> answerOnBoard(const std::vector<StageTime>& stages)
{
    const auto answered = std::ranges::find(stages, Stage::HandingOver, &StageTime::stage);
    if (answered == stages.end())
        return std::nullopt;
    return answered->seen - answered->since;
}

std::vector<StepTime> stepTimes(const std::vector<StageTime>& stages)
{
    std::vector<StepTime> times;
    for (std::size_t i = 0; i + 1 < stages.size(); ++i) {
        const auto stage = stages[i].stage;
        if (stage == Stage::Idle)
            continue;
        auto step = std::find_if(times.begin(), times.end(),
                                 [stage](const StepTime& time) { return time.first == stage; });
        if (step == times.end())
            step = times.insert(times.end(), {stage, std::chrono::milliseconds{0}});
        step->second += stages[i + 1].since - stages[i].since;
    }
    return times;
}

} // namespace madoguchi
