// SPDX-License-Identifier: Apache-2.0
// Invented people, as many as there are seeds, and pictures of their cards.
#pragma once

#include "core/Frame.h"
#include "sim/cardface/CardPainter.h"
#include "sim/cardface/CardScene.h"

namespace madoguchi {

inline constexpr std::chrono::year_month_day kToday{std::chrono::year{2026}, std::chrono::November,
                                                    std::chrono::day{21}};

/// Born in any era, in any calendar; one in ten has a card that does not end on a birthday.
[[nodiscard]] Persona personOf(std::uint32_t seed);

/// Their card in one of four types, more or less inked. Throws std::runtime_error without Debian's
/// fonts-noto-cjk.
[[nodiscard]] Image cardOf(const Persona& person, std::uint32_t seed);

} // namespace madoguchi
