// SPDX-License-Identifier: Apache-2.0
// A line of the log in words, for people: when, who, what, which visit, and how it went.
#pragma once

#include "domain/status/AuditFact.h"
#include "domain/text/Texts.h"

#include <string>
#include <string_view>

namespace madoguchi {

[[nodiscard]] TextId words(AuditAct act);
[[nodiscard]] TextId words(PageKind page);

/// `line`: one that holds together, without its newline. What this program does not know, such as an act of a
/// later version, is shown as it stands; what a terminal would obey as a command is shown as "?".
[[nodiscard]] std::string auditWords(std::string_view line, Language language);

} // namespace madoguchi
