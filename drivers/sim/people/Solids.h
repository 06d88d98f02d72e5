// SPDX-License-Identifier: Apache-2.0
// Signed distances of simple solids, negative inside, and the ways to join them. The formulas are the usual
// ones of sphere tracing; ellipsoid() is the first-order approximation, which never overshoots far enough to
// matter with the marcher's shortened steps.
#pragma once

#include "drivers/sim/people/Vector.h"

namespace madoguchi {

inline float sphere(Vec3 p, Vec3 centre, float radius)
{
    return length(p - centre) - radius;
}

inline float ellipsoid(Vec3 p, Vec3 centre, Vec3 radii)
{
    const Vec3 q = p - centre;
    const Vec3 inverse{1.0F / radii.x, 1.0F / radii.y, 1.0F / radii.z};
    const Vec3 scaled = q * inverse;
    const float k0 = length(scaled);
    const float k1 = std::max(length(scaled * inverse), 1e-4F);
    return k0 * (k0 - 1.0F) / k1;
}

/// A stick from a to b whose radius runs from ra to rb.
inline float stick(Vec3 p, Vec3 a, Vec3 b, float ra, float rb)
{
    const Vec3 pa = p - a, ba = b - a;
    const float t = std::clamp(dot(pa, ba) / dot(ba, ba), 0.0F, 1.0F);
    return length(pa - ba * t) - mix(ra, rb, t);
}

/// A rectangle with round corners in the plane, half sizes w and h.
inline float roundedRectangle(float x, float y, float w, float h, float corner)
{
    const float dx = std::abs(x) - w + corner, dy = std::abs(y) - h + corner;
    const float ox = std::max(dx, 0.0F), oy = std::max(dy, 0.0F);
    return std::min(std::max(dx, dy), 0.0F) + std::sqrt(ox * ox + oy * oy) - corner;
}

/// Union whose seam is filled over a width of k.
inline float blend(float a, float b, float k)
{
    const float h = std::max(k - std::abs(a - b), 0.0F);
    return std::min(a, b) - h * h / (4.0F * k);
}

/// `a` without `b`, the edge rounded over k.
inline float carve(float a, float b, float k)
{
    return -blend(-a, b, k);
}

} // namespace madoguchi
