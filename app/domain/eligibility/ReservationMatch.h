// SPDX-License-Identifier: Apache-2.0
// Which line of a list of booked patients is the person of an answer. Pure. By 照会番号 where both have one;
// else birth date, kana and sex, or birth date and the whole number with its branch. Where two lines could be
// meant, none is.
#pragma once

#include "domain/record/BulkUnit.h"
#include "domain/status/Reservation.h"

#include <optional>
#include <vector>

namespace madoguchi {

/// What the list said of the person of `answer`'s first result. Later units are newer: the last word counts.
[[nodiscard]] std::optional<Reservation> reservationOf(const EligibilityAnswer& answer,
                                                       const std::vector<BulkUnit>& units);

/// How many people the lists of `today` (YYYYMMDD) name, and what was said of them. Later units are newer. A
/// line without an insured number counts for itself.
[[nodiscard]] BookedCounts countsOf(const std::vector<BulkUnit>& units, const std::string& today);

/// Whether a list is about `today` (YYYYMMDD): by its QualificationConfirmationDate, or, without one, when it
/// was made today or in the three days before, which is as far ahead as a weekend asks.
[[nodiscard]] bool isOfDay(const BulkAnswer& list, const std::string& today);

} // namespace madoguchi
