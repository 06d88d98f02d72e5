// SPDX-License-Identifier: Apache-2.0
// Dates as they are typed at a counter: 昭和45年1月1日, S45.1.1, 3450101, 1970/1/1.
#pragma once

#include "foundation/base/CivilDate.h"

#include <string>
#include <string_view>
#include <variant>

namespace madoguchi {

/// What the date is for: a birth date beyond its era is an error, an end date is corrected (平成32年 stands
/// on many papers).
enum class DateRole : std::uint8_t { Birth, End };

struct EraDate {
    CivilDate date;
    bool corrected{false}; ///< the era had ended by then; show the reader what became of it
};

enum class EraError : std::uint8_t {
    NotADate,   ///< no form we know
    NoSuchDay,  ///< 30 February, 13th month
    EraMissing, ///< a two-digit year without its era: ask, never guess
    BeyondEra,  ///< a birth date after its era had ended
    BeforeEra,  ///< 昭和1年1月1日 was still 大正
};

[[nodiscard]] std::variant<EraDate, EraError> parseEraDate(std::string_view text, DateRole role);

/// The error in words for the person who typed.
[[nodiscard]] std::string_view words(EraError error);

} // namespace madoguchi
