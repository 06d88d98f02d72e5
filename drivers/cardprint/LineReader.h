// SPDX-License-Identifier: Apache-2.0
// Reads what we know the form of: a birth date, an expiry, a code of four digits. Where characters begin and
// end and what they are is decided together, by the likeliest way through the form.
#pragma once

#include "drivers/cardprint/LineFinder.h"

#include <optional>
#include <string>

namespace madoguchi::cardface {

enum class Field : std::uint8_t {
    Birth, ///< 昭和63年4月12日生, 平成元年..., or 1988年4月12日生; anything may stand before and behind
    Expiry, ///< 2033年4月12日ま(で有効); anything may stand before and behind
    Code,   ///< four digits with nothing near them in their line
};

struct FieldText {
    std::string text;     ///< UTF-8, without blanks
    double confidence{0}; ///< of its least certain character, 0 to 1
};

/// Nothing when the line does not have that form.
[[nodiscard]] std::optional<FieldText> readField(const TextLine& line, Field field);

} // namespace madoguchi::cardface
