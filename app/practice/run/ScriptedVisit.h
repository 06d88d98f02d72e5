// SPDX-License-Identifier: Apache-2.0
// One visit of a patient who follows a script, watched from outside from the card's arrival to the file.
#pragma once

#include "practice/run/Reception.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace madoguchi {

struct ScriptedVisit {
    bool finished{false}; ///< the patient was served without staff
    BoardRow row;         ///< at its end
    std::vector<StageTime> stages;
    LinkReport link;
};

/// The card is laid on a reader whose link takes as long as `linkKbps` says (0: no time), and taken when the
/// visit has come to a stage in which it waits for that.
[[nodiscard]] Result<ScriptedVisit> serveVisit(Reception& reception, const std::string& persona,
                                               int linkKbps);

/// From the central system's answer to the board that tells it; nothing when no answer came.
[[nodiscard]] std::optional<std::chrono::milliseconds> answerOnBoard(const std::vector<StageTime>& stages);

using StepTime = std::pair<Stage, std::chrono::milliseconds>;

/// Time spent in each stage from the card's arrival to the file, in the order in which they were entered.
[[nodiscard]] std::vector<StepTime> stepTimes(const std::vector<StageTime>& stages);

} // namespace madoguchi
