// SPDX-License-Identifier: Apache-2.0
// A camera over the card.
#pragma once

#include "domain/record/CardRecord.h"
#include "foundation/base/Result.h"

#include <stop_token>

namespace madoguchi {

/// Reads 照合番号B from the card's face (a camera over the card). Optional: without one, staff type it.
class CardFacePort {
public:
    virtual ~CardFacePort() = default;

    /// Spends no try. SecurityNumberUnread when the card cannot be read surely, CameraMissing or CameraBlind
    /// as the camera says.
    virtual Result<SecurityNumber> read(std::stop_token stop) = 0;
};

} // namespace madoguchi
