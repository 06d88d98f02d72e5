// SPDX-License-Identifier: Apache-2.0
#include "practice/central/Trouble.h"

#include <array>
#include <charconv>
#include <utility>

namespace madoguchi {
namespace {

using Kind = Trouble::Kind;

constexpr std::array<std::pair<std::string_view, Kind>, 5> kWords{{{"none", Kind::None},
                                                                   {"broken", Kind::Broken},
                                                                   {"busy", Kind::Busy},
                                                                   {"garbage", Kind::Garbage},
                                                                   {"silent", Kind::Silent}}};

} // namespace

std::optional<Trouble> troubleFrom(std::string_view words)
{
    constexpr std::string_view kSlow = "slow ";
    for (const auto& [word, kind] : kWords)
        if (words == word)
            return Trouble{.kind = kind};
    if (!words.starts_with(kSlow))
        return std::nullopt;
    int milliseconds = 0;
    const char* last = words.data() + words.size();
    const auto [end, error] = std::from_chars(words.data() + kSlow.size(), last, milliseconds);
    if (error != std::errc{} || end != last || milliseconds < 0)
        return std::nullopt;
    return Trouble{.kind = Kind::Slow, .delay = std::chrono::milliseconds{milliseconds}};
}

} // namespace madoguchi
