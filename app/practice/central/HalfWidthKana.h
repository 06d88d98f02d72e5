// SPDX-License-Identifier: Apache-2.0
// Names in kana travel in half-width katakana with a half-width space (NameKana of the OQS interface).
#pragma once

#include <string>
#include <string_view>

namespace madoguchi {

/// Full-width katakana, long vowel mark and space to their half-width forms; everything else stays.
[[nodiscard]] std::string halfWidthKana(std::string_view utf8);

} // namespace madoguchi
