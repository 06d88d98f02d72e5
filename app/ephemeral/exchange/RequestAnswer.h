// SPDX-License-Identifier: Apache-2.0
// What becomes of one request of the receipt computer: an answer in res, or the request back with a reason.
// A central system that does not answer is an answer too (SegmentOfResult 9): the receipt computer never asks
// again by itself.
#pragma once

#include "drivers/receipt/oqs/FolderHandOff.h"
#include "drivers/receipt/oqs/ReceiptExchange.h"
#include "foundation/base/Result.h"

#include <functional>
#include <string>

namespace madoguchi {

/// Whom to ask. The functions are HttpsCentral's, or a test's.
struct RequestAsker {
    std::function<Result<EligibilityAnswer>(QualificationRequest)> byNumber;
    std::function<Result<ReferenceNumberAnswer>(ReferenceNumberRegistration)>
        reference; ///< empty = not offered
};

struct RequestRules {
    std::string institutionCode; ///< a request of another institution is refused
};

/// The fault says what the books should keep of it: nothing, why the central system did not answer, or
/// MessageInvalid for a request that was given back.
struct RequestOutcome {
    std::optional<FaultCode> fault;
};

/// Returns a fault only if neither answer nor rejection could be put down: the request is still claimed then.
[[nodiscard]] Result<RequestOutcome> answerRequest(const ClaimedRequest& request, const RequestRules& rules,
                                                   const RequestAsker& central, const FolderHandOff& handOff,
                                                   ReceiptExchange& exchange, const Clock& clock);

} // namespace madoguchi
