// SPDX-License-Identifier: Apache-2.0
// Everything a visit reaches the world by.
#pragma once

#include "domain/ports/CardFacePort.h"
#include "domain/ports/CardPort.h"
#include "domain/ports/CardPresencePort.h"
#include "domain/ports/CentralPort.h"
#include "domain/ports/FacePort.h"
#include "domain/ports/FaceTriesPort.h"
#include "domain/ports/HandOffPort.h"
#include "domain/ports/ReservationPort.h"
#include "foundation/base/Clock.h"
#include "foundation/base/Erasure.h"

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

} // namespace madoguchi
