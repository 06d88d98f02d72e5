// SPDX-License-Identifier: Apache-2.0
// What the build makes of resources/texts. Private to domain/text.
#pragma once

#include "domain/text/Language.h"
#include "domain/text/TextId.h"

#include <array>
#include <span>
#include <string_view>

namespace madoguchi {

using Sentence = std::array<std::string_view, kLanguageCount>;

struct LanguageRow {
    Language language;
    std::string_view code, name;
};

/// In the order of TextId.
[[nodiscard]] std::span<const Sentence> textTable();
[[nodiscard]] std::span<const LanguageRow, kLanguageCount> languageTable();

} // namespace madoguchi
