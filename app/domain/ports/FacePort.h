// SPDX-License-Identifier: Apache-2.0
// The comparison of the chip photo with the person who is there.
#pragma once

#include "domain/record/CardRecord.h"
#include "domain/record/FaceCautions.h"
#include "domain/record/FaceReport.h"
#include "foundation/base/Result.h"

#include <functional>

namespace madoguchi {

/// Compares the chip photo with the person in front of the camera, in a process of its own.
class FacePort {
public:
    using Listener = std::function<void(const FaceReport&)>;
    virtual ~FacePort() = default;

    /// Starts camera and guidance; the reference template is made as soon as the portrait arrives; with
    /// cautions a face is never accepted without a person's look. Reports
    /// come on a thread of the port until a decision or stop().
    virtual Result<void> start(Listener listener) = 0;
    virtual Result<void> giveReference(const ChipPortrait& portrait, FaceCautions cautions) = 0;
    virtual void stop() = 0;
};

} // namespace madoguchi
