// SPDX-License-Identifier: Apache-2.0
// When a turn of the head is asked for.
#pragma once

#include <cstdint>

namespace madoguchi {

/// When somebody is asked to turn their head, which a picture cannot.
enum class HeadTurnRule : std::uint8_t {
    Never,
    Doubt,  ///< when the face is neither clearly the card's nor clearly another, or may be a picture
    Always, ///< before every yes
};

} // namespace madoguchi
