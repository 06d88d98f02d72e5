// SPDX-License-Identifier: Apache-2.0
// What the face process tells while a person positions themselves, and what it decides in the end.
#pragma once

#include "domain/status/Guidance.h"
#include "foundation/base/Fault.h"

#include <cstdint>
#include <variant>

namespace madoguchi {

enum class FaceVerdict : std::uint8_t {
    Accepted, ///< the holder
    AskStaff, ///< grey zone: staff's eye decides
    NotYet,   ///< these shots did not confirm; never an automatic refusal of the person
};

/// Why staff's eye is asked for.
enum class FaceDoubt : std::uint8_t {
    None,
    Alike,    ///< neither clearly the card's face nor clearly another
    OldPhoto, ///< it would do, but the photo is old
    Minor,    ///< a child is never decided by the face alone
    Mask,     ///< it stayed on
    Picture,  ///< may be a print or a film
    Screen,   ///< a screen's grid was seen
    NoTurn,   ///< the head did not turn, or another's did
};

struct FaceDecision {
    FaceVerdict verdict{FaceVerdict::NotYet};
    FaceDoubt doubt{FaceDoubt::None}; ///< of AskStaff
    double score{0};                  ///< lower is more alike; its meaning belongs to the calibration
    double threshold{0};              ///< what was compared against
    int shots{0};                     ///< how many were fused
    int milliseconds{0};              ///< from the first usable face to the decision
};

using FaceReport = std::variant<Guidance, FaceDecision, Fault>;

} // namespace madoguchi
