// SPDX-License-Identifier: Apache-2.0
// The receipt computer, as a visit hands an answer over to it.
#pragma once

#include "domain/record/EligibilityAnswer.h"
#include "foundation/base/Result.h"

namespace madoguchi {

/// The receipt computer's folder.
class HandOffPort {
public:
    virtual ~HandOffPort() = default;

    /// Writes the answer where the receipt computer looks, reads it back, and returns the file's name.
    virtual Result<HandOver> deliver(const EligibilityAnswer& answer) = 0;
};

} // namespace madoguchi
