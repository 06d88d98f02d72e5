// SPDX-License-Identifier: Apache-2.0
// What staff may see of an answer: the qualification and which consents stand, as the central system said
// them. Never what a consent opens: the terminal does not have it.
#pragma once

#include "domain/record/EligibilityAnswer.h"

#include <array>
#include <optional>
#include <string>

namespace madoguchi {

struct PaneRecord {
    std::optional<Validity> validity{};
    bool processed{false}; ///< false: the question itself was not accepted
    bool byNumber{false};
    int results{0}; ///< how many qualifications came; the first is shown
    std::string confirmedFor{}, notice{};
    std::string name{}, nameOfOther{}, nameKana{}, sex{}, birth{}, postNumber{}, address{};
    std::string cardClass{}, insurerNumber{}, insurerName{}, symbol{}, number{}, branch{}, personalFamily{};
    std::string start{}, loss{}, validTo{};
    std::string ratio{}, elderlyRatio{}, elderlyStart{}, elderlyEnd{};
    bool elderly{false}; ///< a 高齢受給者証 came
    std::string limitClass{}, limitStart{}, limitEnd{};
    std::string referenceNumber{};
    std::array<std::string, 4> consents{}; ///< OQSCD016, in the order of ConsentItem; "" = not said
    std::array<std::string, 4> consentEnds{};

    friend bool operator==(const PaneRecord&, const PaneRecord&) = default;
};

[[nodiscard]] PaneRecord paneRecord(const EligibilityAnswer& answer);

} // namespace madoguchi
