// SPDX-License-Identifier: Apache-2.0
// Executes what the table decides: runs each action on its port, on that port's thread, and feeds what came
// of it back as an event. The only place where a visit's personal data meet; it decides nothing.
#pragma once

#include "domain/ports/CardFacePort.h"
#include "domain/ports/CardPort.h"
#include "domain/ports/CardPresencePort.h"
#include "domain/ports/CentralPort.h"
#include "foundation/base/Clock.h"
#include "foundation/base/Erasure.h"
#include "domain/ports/FacePort.h"
#include "domain/ports/FaceTriesPort.h"
#include "domain/ports/HandOffPort.h"
#include "domain/ports/ReservationPort.h"
#include "domain/record/Screen.h"
#include "domain/record/StaffInput.h"
#include "domain/visit/VisitMachine.h"
#include "domain/status/VisitStatus.h"
#include "domain/status/VisitTimings.h"

#include <functional>
#include <memory>

namespace madoguchi {

struct VisitPorts {
    CardPort& card;
    CardPresencePort& presence;
    CardFacePort* cardFace{nullptr}; ///< may be absent: then staff type 照合番号B
    FacePort& face;
    CentralPort& central;
    HandOffPort& handOff;
    Clock& clock;
    ErasurePort& erasure;
    FaceTriesPort* faceTries{nullptr};      ///< without one the face is not tried
    ReservationPort* reservations{nullptr}; ///< may be absent: no visit is known as booked
};

/// Called on the runner's thread; must not block for long.
class VisitObserver {
public:
    virtual ~VisitObserver() = default;
    virtual void screenChanged(const Screen& screen) = 0;
    /// Comes before anything that follows from it. A fault says that what the status tells could not be put
    /// on record: then it has not happened, and the visit learns RecordFailed instead.
    virtual Result<void> statusChanged(const VisitStatus& status) = 0;

    // For the staff's window, which belongs to the group; nothing of these may leave it.
    virtual void answered(const EligibilityAnswer&) {}
    virtual void portraitShown(const ChipPortrait&) {} ///< empty = gone
};

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
