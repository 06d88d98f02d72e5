// SPDX-License-Identifier: Apache-2.0
// The chip's photo becomes a picture. The decoder is a large library that reads what a card handed over, so
// its input is measured before, and it only ever runs in the face process.
#pragma once

#include "core/Frame.h"
#include "core/Result.h"

#include <cstdint>
#include <span>

namespace madoguchi {

/// JP2 file or bare JPEG 2000 codestream, 8 bits, 1 or 3 components, 64 to 2048 pixels a side.
/// PhotoUnreadable for anything else.
[[nodiscard]] Result<Image> decodePortrait(std::span<const std::uint8_t> jpeg2000);

} // namespace madoguchi
