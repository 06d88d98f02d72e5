// SPDX-License-Identifier: Apache-2.0
// Is this person covered on that day? The rules of 資格有効性 (OQSCD006), pure. Days are YYYYMMDD, so that
// their order is the order of texts. Histories hold only what is already registered on the day of the
// question.
#pragma once

#include "core/EligibilityAnswer.h"
#include "messages/ReceiptRequests.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace madoguchi {

using History = std::vector<Qualification>; ///< of one person, over all insurers, in any order

struct PersonHistory {
    std::uint32_t person{0};
    History history;
};

struct Decision {
    std::optional<Validity> validity; ///< none: the question lacks what it needs
    std::optional<Qualification> record;
    bool overlap{false}; ///< a second qualification covers the day too (二重加入の可能性)
};

/// From the first day on, before the day of loss (that day is the first without cover), and not after the
/// last day printed on the certificate.
[[nodiscard]] bool covers(const Qualification& qualification, std::string_view day);

/// By card: the person is known, so the newest cover always wins.
[[nodiscard]] Decision decideByCard(const History& history, std::string_view day);

/// By number: `people` are those who hold, or held, the number asked for. A newer qualification under another
/// number is never disclosed, only that it exists.
[[nodiscard]] Decision decideByNumber(const QualificationRequest& request,
                                      const std::vector<PersonHistory>& people);

/// Insurer, symbol and number agree, and the branch if one was given. Width of letters, kinds of hyphens and
/// spaces do not matter.
[[nodiscard]] bool sameNumber(const Qualification& qualification, const QualificationRequest& request);

/// The form in which symbols and numbers are compared.
[[nodiscard]] std::string foldedNumber(std::string_view utf8);

} // namespace madoguchi
