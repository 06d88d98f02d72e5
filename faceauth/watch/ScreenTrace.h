// SPDX-License-Identifier: Apache-2.0
// Looks for the regular grid that a screen, or a coarsely printed picture, leaves in a camera's own pixels.
// It is there only where the camera resolves the grid, so its absence says nothing.
#pragma once

#include "faceauth/networks/FaceGeometry.h"
#include "foundation/picture/Frame.h"

#include <optional>

namespace madoguchi {

/// How far a fine regular pattern of the face's middle stands above its own surroundings in the spectrum, in
/// brightness or in colour, as a factor; 1 when none does. Nothing when fewer than 64 pixels of the face are
/// in the picture. 2 ms.
[[nodiscard]] std::optional<double> gridStrength(const Image& frame, const Box& face);

/// From here on a grid. Measured with 24 invented people (sim/people/Invented.h, 0 to 23), at the desk and
/// turning: the strongest frame of a face 2.4 at most, the usual one of a screen whose grid the camera
/// resolves 5.2 to 45; screens as fine as the camera's own pixels are as faces.
inline constexpr double kGridOfAScreen = 4;

/// Several frames' word: one may be an accident.
class GridVotes {
public:
    void add(const Image& frame, const Box& face);
    void clear() { *this = {}; }

    /// A third of the frames that could be looked at, and two at least, show a grid.
    [[nodiscard]] bool seen() const { return grids_ >= 2 && 3 * grids_ >= looked_; }

private:
    int looked_{0}, grids_{0};
};

} // namespace madoguchi
