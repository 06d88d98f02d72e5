// SPDX-License-Identifier: Apache-2.0
// The central system, as a visit asks it.
#pragma once

#include "domain/record/EligibilityAnswer.h"
#include "domain/record/EligibilityQuery.h"
#include "foundation/base/Result.h"

namespace madoguchi {

/// The central system.
class CentralPort {
public:
    virtual ~CentralPort() = default;

    /// Connects and fetches a nonce. Called while the card is still being read.
    virtual Result<Challenge> challenge() = 0;
    virtual Result<CentralAnswer> ask(const EligibilityQuery& query) = 0;

    /// Without a card. Such an answer opens no medical information and names no newer qualification.
    virtual Result<EligibilityAnswer> askByNumber(const NumberQuery&)
    {
        return Fault{FaultCode::NotOffered, FaultSpace::None, 0, "core/askByNumber"};
    }
};

} // namespace madoguchi
