// SPDX-License-Identifier: Apache-2.0
// Runs one visit: takes each letter, asks the table what follows, tells it, has it recorded and then carried
// out. It decides nothing.
#pragma once

#include "domain/record/Screen.h"
#include "domain/record/StaffInput.h"
#include "domain/status/VisitTimings.h"
#include "domain/visit/Visit.h"
#include "domain/visit/VisitObserver.h"
#include "domain/visit/VisitPorts.h"

#include <memory>
#include <stop_token>

namespace madoguchi {

class VisitRunner {
public:
    VisitRunner(VisitPorts ports, Abilities abilities, VisitTimings timings, bool practice,
                VisitObserver& observer);
    ~VisitRunner();
    VisitRunner(const VisitRunner&) = delete;
    VisitRunner& operator=(const VisitRunner&) = delete;

    /// Takes the reader. `cardLeft`: the visit before ended with its card still there, so a card that lies on
    /// the reader now is not a new patient.
    void activate(bool cardLeft);

    // From any thread.
    void post(const PatientInput& input);
    void post(const StaffInput& input);
    void wake(); ///< a clock was set: look at the deadlines again

    /// Runs until the visit is erased (a real erasure does not return) or `stop` was requested.
    void run(std::stop_token stop);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace madoguchi
