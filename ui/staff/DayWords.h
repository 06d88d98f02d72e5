// SPDX-License-Identifier: Apache-2.0
// Days as a desk reads them: both calendars beside each other.
#pragma once

#include "foundation/base/CivilDate.h"

#include <QString>

namespace madoguchi {

/// "1970-01-02 (昭和45)"; a day before 明治 has no era.
[[nodiscard]] QString dayWords(CivilDate day);

/// The same from a message's YYYYMMDD; empty for what is no day.
[[nodiscard]] QString dayWords(const std::string& wire);

} // namespace madoguchi
