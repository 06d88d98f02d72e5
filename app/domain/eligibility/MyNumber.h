// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace madoguchi {

/// Whether a text that was typed into some field is a 12-digit 個人番号 (its check digit fits). Such a text
/// is refused and wiped at once: the number is never handled here.
[[nodiscard]] bool looksLikeMyNumber(std::string_view text);

} // namespace madoguchi
