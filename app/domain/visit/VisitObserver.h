// SPDX-License-Identifier: Apache-2.0
// Who is told how a visit stands: the screens, staff's window, and outside the group what VisitStatus can
// say.
#pragma once

#include "domain/record/CardRecord.h"
#include "domain/record/EligibilityAnswer.h"
#include "domain/record/Screen.h"
#include "domain/status/AuditFact.h"
#include "domain/status/VisitStatus.h"
#include "foundation/base/Result.h"

#include <vector>

namespace madoguchi {

/// Called on the runner's thread; must not block for long.
class VisitObserver {
public:
    virtual ~VisitObserver() = default;
    virtual void screenChanged(const Screen& screen) = 0;
    /// Comes before anything that follows from it. A fault says that `facts` could not be put on record: then
    /// it has not happened, and the visit learns RecordFailed instead.
    virtual Result<void> statusChanged(const VisitStatus& status, const std::vector<AuditFact>& facts) = 0;

    // For the staff's window, which belongs to the group; nothing of these may leave it.
    virtual void answered(const EligibilityAnswer&) {}
    virtual void portraitShown(const ChipPortrait&) {} ///< empty = gone
};

} // namespace madoguchi
