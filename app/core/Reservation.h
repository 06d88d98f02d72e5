// SPDX-License-Identifier: Apache-2.0
// What the clinic's list of booked patients, asked in advance (一括照会), had said of the one who is here
// now.
#pragma once

#include <cstdint>

namespace madoguchi {

enum class Reservation : std::uint8_t {
    Confirmed,      ///< booked; the insurance is the one that was valid then
    Changed,        ///< booked; today's answer is another insurance, or none that is valid
    WasInvalid,     ///< booked; it had ended already: 受付時に資格確認
    WasUnchecked,   ///< booked; the list had an error in this line, or nobody was found by its number
    ListUnreadable, ///< not known whether booked: a list lies there that cannot be read
};

} // namespace madoguchi
