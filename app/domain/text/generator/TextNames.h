// SPDX-License-Identifier: Apache-2.0
// How a sentence of resources/texts is named in C++: sheet and keys on the way to it, in camel case; an entry
// of a list by its number. "next-steps.json" > situations > Ok > headline is nextStepsSituationsOkHeadline.
#pragma once

#include <cctype>
#include <string>
#include <string_view>

namespace madoguchi {

/// `name` with one more part behind it.
[[nodiscard]] inline std::string textName(std::string name, std::string_view part)
{
    bool capital = !name.empty();
    for (const char c : part) {
        if (std::isalnum(static_cast<unsigned char>(c)) == 0) {
            capital = true;
            continue;
        }
        name += capital ? static_cast<char>(std::toupper(static_cast<unsigned char>(c))) : c;
        capital = false;
    }
    return name;
}

} // namespace madoguchi
