// SPDX-License-Identifier: Apache-2.0
// The little arithmetic a ray marcher needs. Lengths are centimetres, colours linear light from 0 to 1.
#pragma once

#include <algorithm>
#include <cmath>

namespace madoguchi {

struct Vec3 {
    float x{0}, y{0}, z{0};

    friend constexpr Vec3 operator+(Vec3 a, Vec3 b) { return {a.x + b.x, a.y + b.y, a.z + b.z}; }
    friend constexpr Vec3 operator-(Vec3 a, Vec3 b) { return {a.x - b.x, a.y - b.y, a.z - b.z}; }
    friend constexpr Vec3 operator*(Vec3 a, Vec3 b) { return {a.x * b.x, a.y * b.y, a.z * b.z}; }
    friend constexpr Vec3 operator*(Vec3 a, float s) { return {a.x * s, a.y * s, a.z * s}; }
    friend constexpr bool operator==(const Vec3&, const Vec3&) = default;
};

inline float dot(Vec3 a, Vec3 b)
{
    return a.x * b.x + a.y * b.y + a.z * b.z;
}
inline float length(Vec3 a)
{
    return std::sqrt(dot(a, a));
}
inline Vec3 unit(Vec3 a)
{
    return a * (1.0F / std::max(length(a), 1e-6F));
}
inline float mix(float a, float b, float t)
{
    return a + (b - a) * t;
}
inline Vec3 mix(Vec3 a, Vec3 b, float t)
{
    return a + (b - a) * t;
}

/// 0 below `low`, 1 above `high`, smooth between.
inline float ramp(float low, float high, float x)
{
    const float t = std::clamp((x - low) / (high - low), 0.0F, 1.0F);
    return t * t * (3.0F - 2.0F * t);
}

/// A rotation as its three rows.
struct Rotation {
    Vec3 rx{1, 0, 0}, ry{0, 1, 0}, rz{0, 0, 1};

    [[nodiscard]] Vec3 apply(Vec3 v) const { return {dot(rx, v), dot(ry, v), dot(rz, v)}; }
    [[nodiscard]] Vec3 undo(Vec3 v) const { return rx * v.x + ry * v.y + rz * v.z; }
};

/// World to head, for a head turned by `yaw` (to the picture's right, radians), `pitch` (up) and `roll`.
inline Rotation turned(float yaw, float pitch, float roll)
{
    const float cy = std::cos(yaw), sy = std::sin(yaw), cp = std::cos(pitch), sp = std::sin(pitch);
    const float cr = std::cos(roll), sr = std::sin(roll);
    const Vec3 right{cy, 0, -sy}, up{-sp * sy, cp, -sp * cy};
    return {right * cr + up * sr, up * cr - right * sr, {sy * cp, sp, cy * cp}};
}

} // namespace madoguchi
