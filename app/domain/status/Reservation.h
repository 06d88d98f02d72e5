// SPDX-License-Identifier: Apache-2.0
// What the clinic's list of booked patients, asked in advance (一括照会), had said: of the one who is here
// now, and how many it names. Counts only: they leave the visit's group, the names die with it.
#pragma once

#include <cstdint>
#include <optional>

namespace madoguchi {

enum class Reservation : std::uint8_t {
    Confirmed,      ///< booked; the insurance is the one that was valid then
    Changed,        ///< booked; today's answer is another insurance, or none that is valid
    WasInvalid,     ///< booked; it had ended already: 受付時に資格確認
    WasUnchecked,   ///< booked; the list had an error in this line, or nobody was found by its number
    ListUnreadable, ///< not known whether booked: a list lies there that cannot be read
};

/// Today's lists, each person once, by the newest line about them.
struct BookedCounts {
    int day{0}; ///< YYYYMMDD in Japan; whoever shows it later has to see that it is today
    int valid{0};
    int invalid{0};   ///< it had ended: 受付時に資格確認
    int unchecked{0}; ///< an error in the line, or nobody was found by its number

    [[nodiscard]] int people() const { return valid + invalid + unchecked; }

    friend bool operator==(const BookedCounts&, const BookedCounts&) = default;
};

/// Of one patient.
struct ReservationFound {
    std::optional<Reservation> person{};  ///< nothing: on none of the lists
    std::optional<BookedCounts> booked{}; ///< nothing: not known
};

} // namespace madoguchi
