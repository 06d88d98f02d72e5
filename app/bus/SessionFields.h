// SPDX-License-Identifier: Apache-2.0
// A desk's session and a row's tag as fields of a message. Private to app/bus.
#pragma once

#include "bus/DeskMessages.h"
#include "bus/Fields.h"

namespace madoguchi::bus {

[[nodiscard]] std::string readTag(Fields& fields);
void putSession(nlohmann::json& object, const DeskSession& session);
[[nodiscard]] DeskSession readSession(Fields& fields);

} // namespace madoguchi::bus
