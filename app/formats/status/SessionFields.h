// SPDX-License-Identifier: Apache-2.0
// A desk's session and a row's tag as fields of a message. Private to formats/.
#pragma once

#include "domain/status/DeskSession.h"
#include "formats/status/StatusRanges.h"
#include "foundation/line/Fields.h"

namespace madoguchi::bus {

[[nodiscard]] std::string readTag(Fields& fields);
/// What the clinic itself has called a terminal or a member of staff: only the letters that settings and
/// staff file allow, so that nobody else's name fits in.
[[nodiscard]] std::string readOwnName(Fields& fields, const char* field, std::size_t maxBytes);
void putSession(nlohmann::json& object, const DeskSession& session);
[[nodiscard]] DeskSession readSession(Fields& fields);

} // namespace madoguchi::bus
