// SPDX-License-Identifier: Apache-2.0
// Invented people, as many as there are seeds, and pictures of their cards.
#pragma once

#include "drivers/sim/cardprint/CardPainter.h"
#include "drivers/sim/cardprint/CardScene.h"
#include "foundation/picture/Frame.h"

namespace madoguchi {

inline constexpr std::chrono::year_month_day kToday{std::chrono::year{2026}, std::chrono::November,
                                                    std::chrono::day{21}};

/// Born in any era, in any calendar; one in ten has a card that does not end on a birthday.
[[nodiscard]] Persona personOf(std::uint32_t seed);

/// Font files.
using Typefaces = std::vector<std::filesystem::path>;

/// Sans and serif, regular and bold, of Debian's fonts-noto-cjk.
[[nodiscard]] const Typefaces& usualTypefaces();

/// Three sans, one of them round, and one serif: typefaces that the reader of card faces was never trained
/// on. Of Debian's fonts-motoya-l-cedar, -motoya-l-maruberi, -sawarabi-gothic and -sawarabi-mincho.
[[nodiscard]] const Typefaces& heldOutTypefaces();

/// Their card in one of the typefaces (one at least), more or less inked. Throws std::runtime_error when its
/// file cannot be used.
[[nodiscard]] Image cardOf(const Persona& person, std::uint32_t seed,
                           const Typefaces& typefaces = usualTypefaces());

} // namespace madoguchi
