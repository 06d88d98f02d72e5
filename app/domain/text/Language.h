// SPDX-License-Identifier: Apache-2.0
// The languages a patient can choose, in the order of resources/texts/languages.json. A further one is a line
// there, an enumerator here and a column in every table of texts; nothing else in the product counts them.
#pragma once

#include <cstddef>
#include <cstdint>

namespace madoguchi {

enum class Language : std::uint8_t {
    Japanese,
    English,
    Pseudo, ///< lengths under test: English drawn out by 40 %, as another language might be; offered to
            ///< nobody
};
inline constexpr std::size_t kLanguageCount = static_cast<std::size_t>(Language::Pseudo) + 1;
inline constexpr std::size_t kOfferedLanguages = static_cast<std::size_t>(Language::Pseudo);

} // namespace madoguchi
