// SPDX-License-Identifier: Apache-2.0
// Whether the name that was received is the name in the chart. The insurers' systems send ● for characters
// they cannot carry; that is not a difference, and not an agreement either.
#pragma once

#include <cstdint>
#include <string_view>

namespace madoguchi {

enum class NameVerdict : std::uint8_t {
    Exact,      ///< the same characters
    Variant,    ///< the same name in other forms of its characters
    Masked,     ///< agrees wherever it is readable
    Unreadable, ///< nothing but ●
    KanaOnly,   ///< the kanji differ or are absent, the kana agree: ask
    Different,
};

struct NameMatch {
    NameVerdict verdict{NameVerdict::Different};
    int masked{0}; ///< characters that came as ●
    friend bool operator==(const NameMatch&, const NameMatch&) = default;
};

struct NamePair {
    std::string_view chart, received;
    std::string_view chartKana{}, receivedKana{}; ///< may be empty
};

[[nodiscard]] NameMatch matchNames(const NamePair& names);

[[nodiscard]] std::string_view name(NameVerdict verdict); ///< "EXACT", …

} // namespace madoguchi
