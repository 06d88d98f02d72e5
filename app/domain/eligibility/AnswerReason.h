// SPDX-License-Identifier: Apache-2.0
// What the central system's answer means for the desk: the sub-reason behind its 資格有効性, from the dates
// that came with it.
#pragma once

#include "domain/record/EligibilityAnswer.h"

namespace madoguchi {

/// Total: an answer without validity, or with an error, is Format.
[[nodiscard]] ResolutionReason reasonOf(const EligibilityAnswer& answer);

} // namespace madoguchi
