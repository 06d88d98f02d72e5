// SPDX-License-Identifier: Apache-2.0
// The languages a patient can choose.
#pragma once

#include <cstdint>

namespace madoguchi {

enum class Language : std::uint8_t { Japanese, English };

} // namespace madoguchi
