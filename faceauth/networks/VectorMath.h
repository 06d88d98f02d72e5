// SPDX-License-Identifier: Apache-2.0
// The little arithmetic that embeddings need. Vectors of one call have the same length.
#pragma once

#include <span>
#include <vector>

namespace madoguchi {

void add(std::span<float> target, std::span<const float> other);
void subtract(std::span<float> target, std::span<const float> other);

/// To unit length. A vector of zeros stays as it is.
void normalise(std::span<float> vector);

/// Euclidean.
[[nodiscard]] double distance(std::span<const float> a, std::span<const float> b);

/// `rows` holds vector.size() rows of vector.size() numbers; each result is one row times the vector.
[[nodiscard]] std::vector<float> multiply(std::span<const float> rows, std::span<const float> vector);

} // namespace madoguchi
