// SPDX-License-Identifier: Apache-2.0
// What the classifier is trained on. Nobody has told which typefaces the printers of cards use: hence many,
// of every kind. The typefaces on which reading is measured (drivers/sim/cardprint/InventedCards.h) must
// never stand here.
#pragma once

#include <array>

namespace madoguchi::cardface {

/// Debian's fonts-noto-cjk, -ipaexfont-gothic, -ipaexfont-mincho, -morisawa-bizud-gothic,
/// -morisawa-bizud-mincho and -horai-umefont.
inline constexpr std::array kTrainedTypefaces{
    "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
    "/usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc",
    "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc",
    "/usr/share/fonts/opentype/noto/NotoSerifCJK-Bold.ttc",
    "/usr/share/fonts/opentype/ipaexfont-gothic/ipaexg.ttf",
    "/usr/share/fonts/opentype/ipaexfont-mincho/ipaexm.ttf",
    "/usr/share/fonts/truetype/bizud-gothic/BIZUDGothic-Regular.ttf",
    "/usr/share/fonts/truetype/bizud-gothic/BIZUDPGothic-Bold.ttf",
    "/usr/share/fonts/truetype/bizud-mincho/BIZUDMincho-Regular.ttf",
    "/usr/share/fonts/truetype/horai-umefont/ume-tgo4.ttf",
    "/usr/share/fonts/truetype/horai-umefont/ume-pgo5.ttf",
    "/usr/share/fonts/truetype/horai-umefont/ume-tmo3.ttf",
};

} // namespace madoguchi::cardface
