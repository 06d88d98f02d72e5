// SPDX-License-Identifier: Apache-2.0
// Do the three fields of a card's face make sense together? What was misread rarely does. The card's own
// record of the expiry is compared later, by the card's driver, again before a try is spent.
#pragma once

#include "domain/record/CardRecord.h"

#include <chrono>
#include <optional>
#include <string_view>

namespace madoguchi::cardface {

struct Checked {
    SecurityNumber number;
    bool birthdayRepeated{false}; ///< the card ends on a birthday, as a citizen's card does: read twice alike
};

/// Texts as LineReader.h gives them. Nothing unless the birth is a day of its era, not after `today`; the
/// card ends after it was born, between a year ago and eleven years ahead; and the code is four digits.
[[nodiscard]] std::optional<Checked> checkFields(std::string_view birth, std::string_view expiry,
                                                 std::string_view code, std::chrono::year_month_day today);

} // namespace madoguchi::cardface
