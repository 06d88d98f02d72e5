// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>

namespace madoguchi {

/// Whether a reader of this name is a program's, as vpcd's "Virtual PCD 00 00": whoever reaches its port can
/// lay a card on it. Only practice takes one.
[[nodiscard]] inline bool isVirtualReader(std::string_view name)
{
    const auto same = [](char a, char b) { return std::tolower(static_cast<unsigned char>(a)) == b; };
    return std::ranges::any_of(
        std::array{std::string_view{"virtual"}, std::string_view{"vpcd"}}, [&](auto word) {
            return std::search(name.begin(), name.end(), word.begin(), word.end(), same) != name.end();
        });
}

} // namespace madoguchi
