// SPDX-License-Identifier: Apache-2.0
// Every sentence of the product by its name and a language: kiosk, desk, pane, faults, next steps, audit,
// self-check and paper. They stand in resources/texts, from which the build makes TextId.h and the table; a
// sentence that lacks a language stops the build.
#pragma once

#include "domain/text/Language.h"
#include "domain/text/TextId.h"

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace madoguchi {

/// UTF-8, in the program for its whole life. TextId::None is empty in every language.
[[nodiscard]] std::string_view text(TextId sentence, Language language);

/// The sentence with each "{name}" in it replaced.
[[nodiscard]] std::string filled(TextId sentence, Language language,
                                 std::initializer_list<std::pair<std::string_view, std::string_view>> values);

/// What the speakers of a language call it.
[[nodiscard]] std::string_view ownName(Language language);
/// BCP 47: "ja".
[[nodiscard]] std::string_view code(Language language);
/// The language of the quiet line below: Japanese, or English below Japanese.
[[nodiscard]] Language secondOf(Language language);

} // namespace madoguchi
