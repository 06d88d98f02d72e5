// SPDX-License-Identifier: Apache-2.0
// The birthdays that change what a patient pays. By law an age is reached at the end of the day before the
// birthday (年齢計算ニ関スル法律).
#pragma once

#include "foundation/base/CivilDate.h"

namespace madoguchi {

/// First day of the 70-74 ratio (高齢受給者): the first of the month after the age of 70 was reached, so for
/// somebody born on a first the very month of the birthday.
[[nodiscard]] CivilDate elderlyRatioStart(CivilDate birth);

/// The 75th birthday, on which 後期高齢者医療 begins.
[[nodiscard]] CivilDate lateElderlyStart(CivilDate birth);

/// Last day of 未就学: the first 31 March on or after the day the age of six was reached.
[[nodiscard]] CivilDate preschoolEnd(CivilDate birth);

/// Full years on a day as people count them, from birthday to birthday.
[[nodiscard]] int everydayAge(CivilDate birth, CivilDate day);

} // namespace madoguchi
