// SPDX-License-Identifier: Apache-2.0
// Draws the front of a practice card, flat and evenly lit, at 15 pixels a millimetre. Where things stand
// follows public descriptions of the My Number Card; emblems, mascots and security print are left out, and
// 見本 (sample) and 練習用 (for practice) are printed across it, so that nobody takes it for one.
#pragma once

#include "drivers/sim/cardprint/CardPrint.h"
#include "foundation/base/Result.h"
#include "foundation/picture/Frame.h"

#include <filesystem>
#include <memory>
#include <string_view>

namespace madoguchi {

/// Of practice cards, unless another is asked for: Debian's fonts-noto-cjk.
inline constexpr std::string_view kPracticeTypeface =
    "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc";

/// How well the printer was doing.
struct PrintQuality {
    int ink{40};                 ///< grey of the text, 0 to 110
    double textHeight{2.3};      ///< millimetres of the dates' characters
    double shiftX{0}, shiftY{0}; ///< of all text, millimetres
    std::uint32_t seed{1};       ///< of the pattern behind the text
};

class CardPainter {
public:
    /// SettingsInvalid when the typeface's file is not there or is no font.
    [[nodiscard]] static Result<CardPainter> open(const std::filesystem::path& typeface = kPracticeTypeface);
    CardPainter(CardPainter&&) noexcept;
    CardPainter& operator=(CardPainter&&) noexcept;
    ~CardPainter();

    /// 1284 x 810 pixels, Bgr8; no more than the card itself.
    [[nodiscard]] Image draw(const CardPrint& print, const PrintQuality& quality = {}) const;

private:
    struct Fonts;
    explicit CardPainter(std::unique_ptr<Fonts> fonts);
    std::unique_ptr<Fonts> fonts_;
};

} // namespace madoguchi
