// SPDX-License-Identifier: Apache-2.0
#include "ui/board/BookedToday.h"

namespace madoguchi {

void BookedToday::take(const BoardRow& row)
{
    const auto& status = row.status;
    if (!status.booked || status.booked->day != day_)
        return;
    if (row.begun > newest_) {
        newest_ = row.begun;
        counts_ = *status.booked;
    }
    if (!status.reservation || *status.reservation == Reservation::ListUnreadable)
        return;
    ++come_;
    if (*status.reservation != Reservation::Confirmed)
        ++toCheck_;
}

} // namespace madoguchi
