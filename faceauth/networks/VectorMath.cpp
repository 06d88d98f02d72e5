// SPDX-License-Identifier: Apache-2.0
#include "faceauth/networks/VectorMath.h"

#include <cassert>
#include <cmath>
#include <cstddef>
#include <numeric>

namespace madoguchi {

void add(std::span<float> target, std::span<const float> other)
{
    assert(target.size() == other.size());
    for (std::size_t i = 0; i < target.size(); ++i)
        target[i] += other[i];
}

void normalise(std::span<float> vector)
{
    const double square = std::inner_product(vector.begin(), vector.end(), vector.begin(), 0.0);
    if (square <= 0)
        return;
    const auto factor = static_cast<float>(1 / std::sqrt(square));
    for (float& value : vector)
        value *= factor;
}

double distance(std::span<const float> a, std::span<const float> b)
{
    assert(a.size() == b.size());
    double square = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const double difference = static_cast<double>(a[i]) - static_cast<double>(b[i]);
        square += difference * difference;
    }
    return std::sqrt(square);
}

} // namespace madoguchi
