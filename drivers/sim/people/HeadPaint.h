// SPDX-License-Identifier: Apache-2.0
// The colours on a person: skin with its brows, lips, lines and spots, irises, strands of hair, cloth.
#pragma once

#include "drivers/sim/people/HeadShape.h"

namespace madoguchi {

struct Coat {
    Vec3 colour;     ///< linear light
    float gloss{0};  ///< strength of the highlight
    float sharp{20}; ///< its narrowness
    float soft{0};   ///< light that passes under the surface, for skin
};

class HeadPaint {
public:
    HeadPaint(const Likeness& likeness, const HeadShape& shape, const Expression& expression)
        : likeness_{likeness}, shape_{shape}, expression_{expression}
    {
    }

    [[nodiscard]] Coat at(Vec3 world) const;

private:
    [[nodiscard]] Coat skin(Vec3 head) const;
    [[nodiscard]] Coat eye(Vec3 head) const;
    [[nodiscard]] Coat hair(Vec3 head) const;
    [[nodiscard]] float brow(Vec3 face) const;
    [[nodiscard]] float lines(Vec3 face) const;
    [[nodiscard]] Vec3 aroundEye(Vec3 face, Vec3 colour) const;
    [[nodiscard]] Vec3 whiskers(Vec3 face, Vec3 head, Vec3 colour) const;

    const Likeness& likeness_;
    const HeadShape& shape_;
    Expression expression_;
};

} // namespace madoguchi
