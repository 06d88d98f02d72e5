// SPDX-License-Identifier: Apache-2.0
// madoguchi-lab face: the comparison before drawn people, for measurements. Each job writes to the streams it
// is given and returns the exit code: 0, or 1 after a message.
#pragma once

#include "tool/support/FaceOptions.h"

#include <string>

namespace madoguchi {

/// One JSON: how often drawn attacks pass for the card's holder (APCER, each species apart) and how often the
/// practice's people do not (BPCER).
struct FaceAttacksQuestion {
    int people{0};   ///< only so many of the practice's people; 0 = all
    int invented{0}; ///< so many invented people in their place; the limits were fitted on 0 to 23
    int firstOfThem{0};
};
int runFaceAttacks(const FaceOptions& options, const FaceAttacksQuestion& question, std::ostream& answer,
                   std::ostream& errors);

/// One JSON: how long a comparison takes, quiet and with one core busy, beside other programs' flows.
struct FaceBenchQuestion {
    std::string persona{"hanako"};
    int rounds{20};
};
int runFaceBench(const FaceOptions& options, const FaceBenchQuestion& question, std::ostream& answer,
                 std::ostream& errors);

} // namespace madoguchi
