// SPDX-License-Identifier: Apache-2.0
#include "formats/oqs/MessageError.h"

#include <algorithm>

namespace madoguchi {

MessageError errorAt(std::string_view text, std::size_t offset, std::string what)
{
    const auto before = text.substr(0, std::min(offset, text.size()));
    const auto lineStart = before.rfind('\n') + 1; // npos + 1 is the start of the text
    const auto startsCharacter = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; };

    const auto line = std::count(before.begin(), before.end(), '\n');
    const auto column =
        std::count_if(before.begin() + static_cast<std::ptrdiff_t>(lineStart), before.end(), startsCharacter);
    return {std::move(what), static_cast<int>(line) + 1, static_cast<int>(column) + 1};
}

} // namespace madoguchi
