// SPDX-License-Identifier: Apache-2.0
// One line of a list of people asked in advance (一括照会), as the central system answered it, and the list.
#pragma once

#include "domain/record/EligibilityAnswer.h"

#include <optional>
#include <string>
#include <vector>

namespace madoguchi {

struct BulkUnit {
    /// What was asked: insurerNumber, symbol, number, branch and birthdate, where the answer repeats it.
    Qualification asked;
    std::string processingStatus; ///< OQSCD004: 1 normal, 2 error
    std::string processingCode, processingMessage;
    std::optional<Validity> validity;
    std::vector<Qualification> results;
    std::vector<std::string> referenceNumbers; ///< 照会番号
};

struct BulkAnswer {
    std::string executedAt;      ///< ProcessExecutionTime
    std::string confirmedFor;    ///< QualificationConfirmationDate; many senders leave it out
    std::string institutionCode; ///< 10 digits
    std::string receptionNumber;
    std::string segmentOfResult; ///< OQSCD003: 1 normal, 2 still being made, 9 abnormal
    std::vector<BulkUnit> units;
};

} // namespace madoguchi
