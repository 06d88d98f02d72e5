// SPDX-License-Identifier: Apache-2.0
// The little arithmetic that embeddings need. Vectors of one call have the same length.
#pragma once

#include <span>
#include <vector>

namespace madoguchi {

/// What the network says about a face, of unit length. How alike two are is their distance.
using Embedding = std::vector<float>;

void add(std::span<float> target, std::span<const float> other);

/// To unit length. A vector of zeros stays as it is.
void normalise(std::span<float> vector);

/// Euclidean.
[[nodiscard]] double distance(std::span<const float> a, std::span<const float> b);

} // namespace madoguchi
