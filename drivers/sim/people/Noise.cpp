// SPDX-License-Identifier: Apache-2.0
#include "drivers/sim/people/Noise.h"

namespace madoguchi {

std::uint32_t hashed(std::uint32_t x)
{
    x ^= x >> 16;
    x *= 0x7feb352dU;
    x ^= x >> 15;
    x *= 0x846ca68bU;
    return x ^ (x >> 16);
}

float noise(Vec3 p)
{
    const Vec3 cell{std::floor(p.x), std::floor(p.y), std::floor(p.z)};
    const auto fade = [](float t) { return t * t * (3 - 2 * t); };
    const float fx = fade(p.x - cell.x), fy = fade(p.y - cell.y), fz = fade(p.z - cell.z);
    const auto corner = [&](int dx, int dy, int dz) {
        const auto x = static_cast<std::uint32_t>(static_cast<int>(cell.x) + dx);
        const auto y = static_cast<std::uint32_t>(static_cast<int>(cell.y) + dy);
        const auto z = static_cast<std::uint32_t>(static_cast<int>(cell.z) + dz);
        return static_cast<float>(hashed(x * 73856093U ^ y * 19349663U ^ z * 83492791U) >> 8) / 16777216.0F;
    };
    const auto edge = [&](int dy, int dz) { return mix(corner(0, dy, dz), corner(1, dy, dz), fx); };
    return mix(mix(edge(0, 0), edge(1, 0), fy), mix(edge(0, 1), edge(1, 1), fy), fz);
}

} // namespace madoguchi
