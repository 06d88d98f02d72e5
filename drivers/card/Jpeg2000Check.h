// SPDX-License-Identifier: Apache-2.0
// Looks at a JP2 file (ISO/IEC 15444-1, annex I) without decoding it. JPEG 2000 decoders have a history of
// memory errors, so a photo gets near one only with harmless dimensions, and in a process that dies
// afterwards.
#pragma once

#include "drivers/card/Apdu.h"

namespace madoguchi {

inline constexpr std::size_t kMaxPhotoBytes = 100'000;
inline constexpr std::uint32_t kMaxPhotoSide = 2000; ///< pixels
inline constexpr std::uint16_t kMaxPhotoComponents = 4;

/// A JP2 container whose codestream announces a picture and tiles within the limits above.
[[nodiscard]] bool isHarmlessJp2(ByteSpan file);

} // namespace madoguchi
