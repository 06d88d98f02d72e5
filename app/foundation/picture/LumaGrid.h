// SPDX-License-Identifier: Apache-2.0
// A part of a picture as a small grid of brightness, each cell the mean of the pixels it covers: enough to
// judge light and sharpness independently of the camera's resolution.
#pragma once

#include "foundation/picture/Box.h"
#include "foundation/picture/Frame.h"

#include <array>

namespace madoguchi {

class LumaGrid {
public:
    static constexpr int kSide = 64;

    /// The part of `box` that lies inside the picture. A grid of zeros when nothing does.
    LumaGrid(const Image& image, const Box& box);

    [[nodiscard]] double mean() const;
    [[nodiscard]] double deviation() const;
    [[nodiscard]] double shareAbove(double value) const; ///< of all cells

    /// Mean absolute Laplacian per standard deviation.
    [[nodiscard]] double sharpness() const;

private:
    [[nodiscard]] double at(int x, int y) const { return cells_[static_cast<std::size_t>(y * kSide + x)]; }

    std::array<float, static_cast<std::size_t>(kSide* kSide)> cells_{};
};

[[nodiscard]] Box wholeOf(const Image& image);

} // namespace madoguchi
