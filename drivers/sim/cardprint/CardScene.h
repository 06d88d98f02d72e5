// SPDX-License-Identifier: Apache-2.0
// A card on a desk below a camera: how it lies, how it is lit, how sharp the camera is. The same scene and
// frame number always give the same picture.
#pragma once

#include "foundation/picture/Frame.h"

#include <cstdint>
#include <optional>

namespace madoguchi {

struct CardScene {
    int width{1280}, height{960};
    double turn{0};                ///< degrees in the picture's plane
    double tiltX{0}, tiltY{0};     ///< degrees by which the camera looks from the side
    double fill{0.62};             ///< the card's width as a share of the picture's
    double offsetX{0}, offsetY{0}; ///< of its middle, as a share of the picture
    double blur{0.6};              ///< Gaussian, pixels
    double light{1}, fallOff{0};   ///< brightness, and what it loses towards one side
    double glare{0}, glareX{0}, glareY{0}, glareSize{0.1}; ///< grey levels; place and size in card widths
    double noise{3};                                       ///< standard deviation, grey levels
    int desk{70};                                          ///< grey of what the card lies on
    bool frozen{false}; ///< the camera hangs: every picture is the first once more
    std::uint32_t seed{1};
};

/// A scene such as a reception desk has: turned and tilted up to 15 degrees, glare in two of five.
[[nodiscard]] CardScene deskScene(std::uint32_t seed);

/// What the lens shows the camera; nothing but the desk when there is no card.
[[nodiscard]] Image exposed(const std::optional<Image>& card, const CardScene& scene);

/// One of the pictures the camera takes of it, each with its own noise.
[[nodiscard]] Image taken(const Image& exposure, const CardScene& scene, std::uint32_t frame);

/// Both.
[[nodiscard]] Image photograph(const std::optional<Image>& card, const CardScene& scene,
                               std::uint32_t frame = 0);

} // namespace madoguchi
