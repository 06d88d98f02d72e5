// SPDX-License-Identifier: Apache-2.0
// Which of the attached readers is the patient's. A name in the settings decides, because a desk may have a
// second reader for staff cards; without one, the first reader that holds a card.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace madoguchi {

struct ReaderState {
    std::string name;
    bool card{false};
    std::uint16_t events{0}; ///< pcscd's count of insertions and removals, so that a quick swap is seen
};

enum class VirtualReaders : bool { Refused, Taken };

/// What the settings say about the patient's reader.
struct ReaderRule {
    ReaderRule(const char* words = "", VirtualReaders taken = VirtualReaders::Refused)
        : name{words}, virtualOnes{taken}
    {
    }
    ReaderRule(std::string words, VirtualReaders taken = VirtualReaders::Refused)
        : name{std::move(words)}, virtualOnes{taken}
    {
    }

    std::string name;           ///< one or more words of the reader's name; empty = any reader
    VirtualReaders virtualOnes; ///< Taken in practice alone
};

/// Whether the rule means this reader. Its words may leave out the maker before them and the numbers that
/// pcscd appends
/// ("Maker Model 00 00"), because these change with the order of plugging in.
[[nodiscard]] bool isOurs(std::string_view reader, const ReaderRule& rule);

/// Our reader with a card, otherwise our first reader, otherwise nullptr.
[[nodiscard]] const ReaderState* chooseReader(std::span<const ReaderState> readers, const ReaderRule& rule);

} // namespace madoguchi
