// SPDX-License-Identifier: Apache-2.0
// The words on the front of a practice card, as a My Number Card of that person would say them.
#pragma once

#include "drivers/sim/personas/Persona.h"

#include <string>

namespace madoguchi {

/// UTF-8, one line each.
struct CardPrint {
    std::string name, address, sex;
    std::string birth;  ///< 昭和63年 4月12日生; in the western calendar 1988年 4月12日生
    std::string expiry; ///< 2033年 4月12日まで有効
    std::string serial; ///< sixteen digits in fours, below the photo; tells nothing
    std::string code;   ///< four digits below it
};

[[nodiscard]] CardPrint printOf(const Persona& persona);

} // namespace madoguchi
