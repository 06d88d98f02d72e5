// SPDX-License-Identifier: Apache-2.0
// 保険者番号 and 公費負担者番号: six or eight digits, the last of them a check digit (検証番号).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace madoguchi {

enum class InsurerError : std::uint8_t { CheckDigit, Length, NotDigits };

struct InsurerCheck {
    std::optional<InsurerError> error;
    std::string padded;      ///< eight digits; empty when it is no number at all
    char expectedLast{'\0'}; ///< what the last digit should be, for the hint beside the field
};

/// Spaces around and wide digits are forgiven (some senders pad with spaces), nothing else is.
[[nodiscard]] InsurerCheck checkInsurerNumber(std::string_view text);

} // namespace madoguchi
