// SPDX-License-Identifier: Apache-2.0
// How a visit looks: to its patient, and from outside its group.
#pragma once

#include "domain/record/Screen.h"
#include "domain/status/VisitStatus.h"
#include "domain/visit/Dossier.h"
#include "domain/visit/Visit.h"

namespace madoguchi {

[[nodiscard]] Screen screenOf(const Visit& visit, const Dossier& dossier, bool practice, int stepSecondsLeft);

/// `staffCalled`: by what has just happened.
[[nodiscard]] VisitStatus statusOf(const Visit& visit, const Dossier& dossier, bool staffCalled);

} // namespace madoguchi
