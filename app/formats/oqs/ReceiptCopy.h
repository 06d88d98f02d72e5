// SPDX-License-Identifier: Apache-2.0
// What of an answer may reach the receipt computer. A name with ● (what the insurer's system puts for a kanji
// it cannot hold) is nobody's name, and a text that the receipt computer's encoding cannot carry must not
// turn into something else on the way: both are left out, because there an absent element means "no change",
// and staff are told.
#pragma once

#include "domain/record/EligibilityAnswer.h"
#include "formats/oqs/Encoding.h"

#include <string_view>
#include <vector>

namespace madoguchi {

struct ReceiptCopy {
    EligibilityAnswer answer;
    std::vector<std::string_view> omitted; ///< element names (literals), at most once each

    [[nodiscard]] bool nameOmitted() const; ///< the patient's, or another name of theirs
};

[[nodiscard]] ReceiptCopy receiptCopy(EligibilityAnswer answer, Encoding encoding);

} // namespace madoguchi
