// SPDX-License-Identifier: Apache-2.0
// What the elements of the messages look like: one table of shapes by name, one of the places where an
// element may repeat. Both are data, so that a new element of the field is a new row.
#pragma once

#include "formats/oqs/MessageDocument.h"

#include <optional>
#include <string_view>

namespace madoguchi {

/// Whether more than one `child` may stand in `parent`. Such elements are arrays wherever they occur; a
/// second one of any other element is an error.
[[nodiscard]] bool mayRepeat(std::string_view kind, std::string_view parent, std::string_view child);

/// Checks every value and every repetition below `root`; the first breach, if there is one. Empty values
/// pass: an empty element means the same as an absent one.
[[nodiscard]] std::optional<MessageError> firstBreach(std::string_view kind, const MessageElement& root);

/// A day of the Gregorian calendar written YYYYMMDD.
[[nodiscard]] bool isDate(std::string_view text);

/// A second of a day written YYYYMMDDHHmmss.
[[nodiscard]] bool isTime(std::string_view text);

} // namespace madoguchi
