// SPDX-License-Identifier: Apache-2.0
// The chip's photo becomes a picture, and so do other stills. The decoder is a large library that reads what
// a card handed over, so its input is measured before, and it only ever runs in the face process.
#pragma once

#include "foundation/base/Result.h"
#include "foundation/picture/Frame.h"

#include <cstdint>
#include <span>

namespace madoguchi {

/// JP2 file or bare JPEG 2000 codestream, 8 bits, 1 or 3 components, 64 to 2048 pixels a side.
/// PhotoUnreadable for anything else.
[[nodiscard]] Result<Image> decodePortrait(std::span<const std::uint8_t> jpeg2000);

/// Any still picture, for measurements: JPEG or PNG of 8 to 8192 pixels a side, or JPEG 2000 as above, of any
/// length up to 32 MB. Same limits on what a decoder gets to see. PhotoUnreadable for anything else.
[[nodiscard]] Result<Image> decodePicture(std::span<const std::uint8_t> file);

} // namespace madoguchi
