// SPDX-License-Identifier: Apache-2.0
// What the build makes of resources/texts/next-steps.json. Private to app/eligibility.
#pragma once

#include "domain/advice/NextStep.h"

namespace madoguchi {

struct SituationRow {
    Situation situation;
    NextStep row;
};

struct FaultStepRow {
    FaultCode code;
    NextStep row; ///< without headline
};

struct ActionRow {
    NextAction action;
    TextId label;
};

[[nodiscard]] std::span<const SituationRow> situationRows();
[[nodiscard]] std::span<const FaultStepRow> faultStepRows();
[[nodiscard]] std::span<const ActionRow> actionRows();

} // namespace madoguchi
