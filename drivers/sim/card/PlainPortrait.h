// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "foundation/base/Bytes.h"

namespace madoguchi::sim {

/// What a card carries whose person has no portrait in the practice folder: 240 x 320 pixels of one grey, as
/// JP2 (ISO/IEC 15444-1). There is no face in it, so the face path ends with staff.
[[nodiscard]] Bytes plainPortrait();

} // namespace madoguchi::sim
