// SPDX-License-Identifier: Apache-2.0
// Whether what staff have typed from a card can be its 照合番号B at all: birth YYMMDD as printed (western or
// era year), expiry YYYY, security code of four digits. A slip found here costs the card no try.
#pragma once

#include <cstddef>
#include <string_view>

namespace madoguchi {

enum class NumberCheck { TooShort, BirthImpossible, ExpiryImpossible, Plausible };

inline constexpr std::size_t kSecurityNumberDigits = 14;

/// `digits`: what has been typed so far, ASCII digits only. Parts are judged as soon as they are complete.
[[nodiscard]] NumberCheck checkSecurityNumber(std::string_view digits, int thisYear);

} // namespace madoguchi
