// SPDX-License-Identifier: Apache-2.0
// Which of the attached readers is the patient's. A name in the settings decides, because a desk may have a
// second reader for staff cards; without one, the first reader that holds a card.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace madoguchi {

struct ReaderState {
    std::string name;
    bool card{false};
    std::uint16_t events{0}; ///< pcscd's count of insertions and removals, so that a quick swap is seen
};

/// Whether the settings' name means this reader. The name may leave out the numbers that pcscd appends
/// ("Maker Model 00 00"), because they change with the order of plugging in; an empty name means any reader.
[[nodiscard]] bool isOurs(std::string_view reader, std::string_view configured);

/// Our reader with a card, otherwise our first reader, otherwise nullptr.
[[nodiscard]] const ReaderState* chooseReader(std::span<const ReaderState> readers,
                                              std::string_view configured);

} // namespace madoguchi
