// SPDX-License-Identifier: Apache-2.0
// Fits what CalibrationFile keeps, from faces whose names are known: each group's centroid, the whitening,
// the scale of each network, and thresholds for one, three and five shots. Thresholds come from people that
// the rest was not fitted on (two halves, split by person), each for the group it is hardest for.
#pragma once

#include "faceauth/compare/ScoreRule.h"

#include <string>
#include <variant>

namespace madoguchi {

struct LabelledFace {
    FaceTemplate face; ///< unit vectors
    std::string identity;
    std::string group;
};

/// What the thresholds of one row mean for one group.
struct FitFigures {
    int shots{1};
    std::string group;
    std::size_t strangers{0}; ///< comparisons between different people
    std::size_t holders{0};   ///< and of people with themselves
    double falseMatchAccept{0}, falseMatchAsk{0};
    double falseNonMatchAccept{0}, falseNonMatchAsk{0}; ///< shares; 0 when there are no holders
};

struct CalibrationFit {
    std::vector<Centring> members;
    std::vector<Thresholds> thresholds;
    std::vector<FitFigures> figures;
};

/// False match rates that the thresholds stand for.
inline constexpr double kAcceptRate = 1e-3;
inline constexpr double kAskRate = 1e-2;

/// Otherwise a sentence about what the faces lack: too few people or pictures to know so small a rate. At
/// most some 4 million comparisons a group and number of shots are looked at, evenly taken.
[[nodiscard]] std::variant<CalibrationFit, std::string>
fitCalibration(const std::vector<LabelledFace>& faces);

} // namespace madoguchi
