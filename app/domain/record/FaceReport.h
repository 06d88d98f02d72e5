// SPDX-License-Identifier: Apache-2.0
// What the face process tells while a person positions themselves, and what it decides in the end.
#pragma once

#include "foundation/base/Fault.h"
#include "domain/status/Guidance.h"

#include <cstdint>
#include <variant>

namespace madoguchi {

enum class FaceVerdict : std::uint8_t {
    Accepted, ///< the holder
    AskStaff, ///< grey zone: staff's eye decides
    NotYet,   ///< these shots did not confirm; never an automatic refusal of the person
};

struct FaceDecision {
    FaceVerdict verdict{FaceVerdict::NotYet};
    double score{0};     ///< lower is more alike; its meaning belongs to the calibration
    double threshold{0}; ///< what was compared against
    int shots{0};        ///< how many were fused
    int milliseconds{0}; ///< from the first usable face to the decision
};

using FaceReport = std::variant<Guidance, FaceDecision, Fault>;

} // namespace madoguchi
