// SPDX-License-Identifier: Apache-2.0
// Civil time of the insurers: Asia/Tokyo has been UTC+9 without summer time since 1952, so no zone database
// is needed. Texts are as on the wire.
#pragma once

#include <chrono>
#include <string>

namespace madoguchi {

[[nodiscard]] std::chrono::year_month_day tokyoDay(std::chrono::sys_seconds time);

/// YYYYMMDD.
[[nodiscard]] std::string dayText(std::chrono::year_month_day day);

/// YYYYMMDDHHmmss.
[[nodiscard]] std::string tokyoStamp(std::chrono::sys_seconds time);

} // namespace madoguchi
