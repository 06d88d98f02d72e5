// SPDX-License-Identifier: Apache-2.0
// What is said to a person who positions themselves before the camera.
#pragma once

#include <cstdint>

namespace madoguchi {

/// One instruction at a time; the most useful one wins.
enum class Guidance : std::uint8_t {
    LookHere, ///< no face, or turned away
    Closer,
    FurtherAway,
    MoreLight,
    LessLight,  ///< sun or lamp in the lens
    OneAtATime, ///< several faces
    HoldStill,
    LowerMask,
    OpenEyes,
    TakeOffGlasses, ///< thick frames; asked once
    TurnLeft,       ///< to their own left: a picture cannot
    TurnRight,
    Good, ///< usable; being compared
};

} // namespace madoguchi
