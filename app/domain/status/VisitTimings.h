// SPDX-License-Identifier: Apache-2.0
// The two clocks of a visit: each step's, which a patient may ask to extend, and the visit's own, which
// nothing can.
#pragma once

#include "domain/status/Stage.h"

#include <array>
#include <chrono>

namespace madoguchi {

struct VisitTimings {
    std::chrono::milliseconds visit{std::chrono::minutes{5}};

    /// 0 = the step has no limit of its own. In the order of Stage.
    std::array<std::chrono::milliseconds, kStageCount> step{
        std::chrono::seconds{0},   // OutOfService
        std::chrono::seconds{0},   // Idle
        std::chrono::seconds{15},  // ReadingCard: a slow link needs three
        std::chrono::seconds{60},  // ChoosingMethod
        std::chrono::seconds{30},  // LookingAtFace
        std::chrono::seconds{60},  // EnteringPin
        std::chrono::seconds{15},  // CheckingPin
        std::chrono::seconds{180}, // WaitingForStaff
        std::chrono::seconds{60},  // Registering
        std::chrono::seconds{60},  // Consenting
        std::chrono::seconds{40},  // AskingCentral: two attempts of 15 s and the signature
        std::chrono::seconds{15},  // HandingOver
        std::chrono::seconds{8},   // Finished
        std::chrono::seconds{15},  // CardLeftBehind: then louder
        std::chrono::seconds{8},   // Failed
        std::chrono::seconds{0},   // Erasing
    };

    /// Finished with the card already taken: long enough to read one line.
    std::chrono::milliseconds finishedWithoutCard{std::chrono::seconds{3}};

    [[nodiscard]] std::chrono::milliseconds of(Stage stage) const
    {
        return step[static_cast<std::size_t>(stage)];
    }
};

} // namespace madoguchi
