// SPDX-License-Identifier: Apache-2.0
// One visit as tables: next(visit, event) says what follows. Pure and total: every event has an answer at
// every stage, nothing is read or written elsewhere, and no personal data passes through here.
#pragma once

#include "domain/status/AuditFact.h"
#include "domain/visit/Actions.h"
#include "domain/visit/Events.h"
#include "domain/visit/Visit.h"

#include <vector>

namespace madoguchi {

struct Step {
    Visit visit;
    std::vector<Action> actions;  ///< in this order
    std::vector<AuditFact> facts; ///< to be on record before any of the actions
    bool taken{false}; ///< false: no row has this event here; nothing changes and nothing is kept of it
    bool restartsClock{false}; ///< the step's; the visit's own goes on
};

[[nodiscard]] Step next(Visit visit, const Event& event);

} // namespace madoguchi
