// SPDX-License-Identifier: Apache-2.0
// A picture of an invented person, ray-marched through signed distances under a lamp, a fill light and the
// sky. Pure and repeatable: the same persona and view give the same picture. One thread; render several
// pictures at once to use several cores. 0.1 to 0.4 s a picture.
#pragma once

#include "drivers/sim/people/Likeness.h"
#include "drivers/sim/people/View.h"
#include "foundation/picture/Frame.h"

#include <span>

namespace madoguchi {

/// Changes whenever the same persona and view would give another picture, so that cached pictures are
/// renewed.
inline constexpr int kRenderVersion = 3;

/// Somebody in front of the lens.
struct Sitter {
    const Likeness* persona{nullptr};
    Pose pose;
    Expression expression;
};

/// The room with `sitters` in it (none: an empty room); the view's own pose and expression are not used.
[[nodiscard]] Image render(const View& view, std::span<const Sitter> sitters);

/// One person, posed as the view says.
[[nodiscard]] Image render(const View& view, const Likeness& persona);

} // namespace madoguchi
