// SPDX-License-Identifier: Apache-2.0
// VisitStatus as fields of a message: on its way to the supervisor, and from there to the board. Private to
// formats/.
#pragma once

#include "domain/status/VisitStatus.h"
#include "formats/status/StatusRanges.h"
#include "foundation/line/Fields.h"

namespace madoguchi::bus {

/// A hundred years, in milliseconds: more is a mistake.
inline constexpr std::int64_t kMaxUptime = std::int64_t{100} * 365 * 86'400'000;

void putStatus(nlohmann::json& object, const VisitStatus& status);
[[nodiscard]] VisitStatus readStatus(Fields& fields);

} // namespace madoguchi::bus
