// SPDX-License-Identifier: Apache-2.0
// Pictures of text as the card's face carries them: PNG (ISO/IEC 15948), one bit a pixel, white ground.
// Letters are stand-ins drawn from the character's number, so that no font is needed: digits can be told
// apart, nothing more.
#pragma once

#include "foundation/base/Bytes.h"

#include <string_view>

namespace madoguchi::sim {

/// 16 x 16 pixels for each character of `utf8`.
[[nodiscard]] Bytes textPng(std::string_view utf8);

/// 6 x 12 pixels for each digit.
[[nodiscard]] Bytes digitsPng(std::string_view digits);

} // namespace madoguchi::sim
