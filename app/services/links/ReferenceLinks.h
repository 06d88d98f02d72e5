// SPDX-License-Identifier: Apache-2.0
// Which chart is whose, kept on this terminal, so that a change of insurer (which takes the 照会番号 with it)
// does not make a known patient a new one. The file holds no name and no readable number: a line is found by
// a keyed hash of kana, birth date and sex, and its chart number is encrypted under a key that only the same
// person's answer gives back. Both keys hang on a secret beside the file.
#pragma once

#include "domain/record/EligibilityAnswer.h"
#include "foundation/base/Result.h"

#include <filesystem>
#include <string>

namespace madoguchi {

class ReferenceLinks {
public:
    /// `folder` is made 0700 when missing.
    explicit ReferenceLinks(std::filesystem::path folder);

    /// The chart number kept for this person; empty when there is none.
    Result<std::string> find(const Qualification& person) const;

    /// Keeps it from now on. One line is appended, whole or not at all.
    Result<void> keep(const Qualification& person, const std::string& patientNumber);

private:
    std::filesystem::path folder_;
};

} // namespace madoguchi
