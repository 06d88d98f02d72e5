// SPDX-License-Identifier: Apache-2.0
// OQSmuquc02res: what became of a list of people asked in advance (一括照会), one unit each: valid, not
// valid, or a line that could not be asked. The receipt computer or the official application fetches it; we
// read it.
#pragma once

#include "domain/record/BulkUnit.h"
#include "formats/oqs/MessageDocument.h"
#include "foundation/base/Result.h"

#include <string>

namespace madoguchi {

/// Refuses an answer without result, and a unit without status.
[[nodiscard]] Parsed<BulkAnswer> bulkAnswerOf(const MessageDocument& document);

[[nodiscard]] Result<std::string> write(const BulkAnswer& answer, Encoding encoding);

} // namespace madoguchi
