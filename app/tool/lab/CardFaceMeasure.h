// SPDX-License-Identifier: Apache-2.0
// How well the camera over the card reads: invented people's cards, drawn, laid down crooked and photographed
// by practice's camera, read by the product's own code. The same cards always give the same counts.
#pragma once

#include "drivers/cardprint/CardFaceReader.h"
#include "drivers/sim/cardprint/InventedCards.h"

#include <map>
#include <vector>

namespace madoguchi {

struct CardFaceFigures {
    int cards{0};

    // One picture of each card: where reading ended, and how often it was read as another number.
    std::map<CardFaceVerdict, int> pictures;
    int pictureWrong{0};
    std::vector<double> milliseconds; ///< each of these readings took

    // The card left lying there, as in a visit: a number that several pictures agree on, or none in 8 s of
    // ten pictures each.
    int exact{0};
    int wrong{0};                         ///< would have cost a try
    std::map<CardFaceVerdict, int> staff; ///< staff have to type: how far the camera came
    std::vector<int> needed;              ///< pictures until a number was given out
};

/// The cards of seeds `first` to `first + count - 1`, printed in these typefaces. Throws std::runtime_error
/// when one of them cannot be used.
[[nodiscard]] CardFaceFigures measureCardFaces(std::uint32_t first, std::uint32_t count,
                                               const Typefaces& typefaces = usualTypefaces());

} // namespace madoguchi
