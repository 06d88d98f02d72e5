// SPDX-License-Identifier: Apache-2.0
// What staff tell a visit from the pane that is part of its group.
#pragma once

#include "domain/record/CardRecord.h"
#include "domain/record/EligibilityQuery.h"
#include "domain/record/PatientAnswers.h"
#include "domain/record/StaffActs.h"

#include <variant>

namespace madoguchi {

struct SecurityNumberGiven {
    SecurityNumber number;
};
struct NumberGiven {
    NumberQuery query;
};

using StaffInput = std::variant<StaffAttested, StaffRefused, SecurityNumberGiven, StaffLooks, StaffBegan,
                                NumberGiven, QueryWanted, PaneOpened, PaneClosed, MoreTimeWanted>;

} // namespace madoguchi
