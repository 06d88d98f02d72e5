// SPDX-License-Identifier: Apache-2.0
// Practice cards for the tests, from one practice folder that the whole test program shares: keys take time.
#pragma once

#include "drivers/sim/card/CardMaker.h"

#include <string_view>

namespace madoguchi {

[[nodiscard]] const std::filesystem::path& testPracticeFolder();
[[nodiscard]] const Persona& testPersona(std::string_view id);
[[nodiscard]] CardImage testImage(std::string_view id, const CardVariation& variation = {});

} // namespace madoguchi
