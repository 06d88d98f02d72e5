// SPDX-License-Identifier: Apache-2.0
// What staff tell a visit from the pane that is part of its group.
#pragma once

#include "domain/record/CardRecord.h"
#include "domain/record/EligibilityQuery.h"
#include "domain/record/Screen.h"

#include <variant>

namespace madoguchi {

struct StaffAttested {};
struct StaffRefused {};
struct StaffLooks {};      ///< staff want to confirm this one patient by eye
struct StaffBegan {};      ///< staff begin to type: at an idle terminal, or because the card did not help
struct QueryWanted {};     ///< staff want the central system asked once more about this card
struct PaneOpened {};
struct PaneClosed {};
struct SecurityNumberGiven {
    SecurityNumber number;
};
struct NumberGiven {
    NumberQuery query;
};

using StaffInput = std::variant<StaffAttested, StaffRefused, SecurityNumberGiven, StaffLooks, StaffBegan,
                                NumberGiven, QueryWanted, PaneOpened, PaneClosed, MoreTimeWanted>;

} // namespace madoguchi
