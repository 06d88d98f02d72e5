// SPDX-License-Identifier: Apache-2.0
// Fits the limits of a calibration to faces of known people: as wide as the group allows for whom it is
// hardest to be told apart. The network's numbers are left as they are, so there is nothing that could fit
// one set of people and no other.
#pragma once

#include "faceauth/study/Trials.h"

#include <string>
#include <variant>

namespace madoguchi {

struct LabelledFace {
    Embedding face; ///< of unit length
    std::string identity;
};

struct CalibrationFit {
    std::vector<Thresholds> thresholds;
    std::vector<GroupFigures> figures;
    std::vector<std::string> missing; ///< of groupsThatMatter(), those with too few comparisons
};

/// False match rates that the limits keep in every group that has enough comparisons to know: of one, three
/// and five shots, and of the whole decision, which looks up to three times and is therefore held to it as
/// one.
inline constexpr double kAcceptRate = 1e-3;
inline constexpr double kAskRate = 1e-2;

/// Each picture as a card against each run of one to five pictures of a person; at most some 2 million of
/// them, evenly taken. Otherwise a sentence about what the faces lack. `people` knows each identity. Children
/// are reported and not fitted: the face alone never decides for them.
[[nodiscard]] std::variant<CalibrationFit, std::string> fitCalibration(const std::vector<LabelledFace>& faces,
                                                                       const People& people);

} // namespace madoguchi
