// SPDX-License-Identifier: Apache-2.0
// The lists of booked patients.
#pragma once

#include "domain/record/EligibilityAnswer.h"
#include "domain/status/Reservation.h"
#include "foundation/base/Result.h"

namespace madoguchi {

/// The clinic's list of booked patients. Whoever holds it holds other people's data: only a visit's group
/// does.
class ReservationPort {
public:
    virtual ~ReservationPort() = default;

    /// What the lists of today say of the person this answer is about, and of how many.
    virtual Result<ReservationFound> find(const EligibilityAnswer& answer) = 0;
};

} // namespace madoguchi
