// SPDX-License-Identifier: Apache-2.0
// The rules of 資格有効性 (eligibility/Resolution.h) over the records that the practice central keeps.
#pragma once

#include "domain/record/EligibilityAnswer.h"
#include "formats/oqs/ReceiptRequests.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace madoguchi {

/// Of one person, over all insurers, in any order: what is registered already on the day of the question.
using History = std::vector<Qualification>;

struct PersonHistory {
    std::uint32_t person{0};
    History history;
};

struct Decision {
    std::optional<Validity> validity; ///< none: the question lacks what it needs
    std::optional<Qualification> record;
    bool overlap{false}; ///< a second qualification covers the day too (二重加入の可能性)
};

/// By card: the person is known. Days are YYYYMMDD.
[[nodiscard]] Decision decideByCard(const History& history, const std::string& day);

/// By number: `people` are those who hold, or held, the number asked for. Beside a branch only month and day
/// of the birth date count: they guard against a typing error.
[[nodiscard]] Decision decideByNumber(const QualificationRequest& request,
                                      const std::vector<PersonHistory>& people);

} // namespace madoguchi
