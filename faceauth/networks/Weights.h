// SPDX-License-Identifier: Apache-2.0
// Network weights as TensorFlow.js packages publish them: a JSON manifest that names the tensors, and one
// file with their values back to back: 32-bit floats, halves, bytes with a scale, or whole numbers. Both
// files come from outside.
#pragma once

#include "foundation/base/Result.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace madoguchi {

struct Tensor {
    std::string name;
    std::vector<std::size_t> shape; ///< 0 to 4 dimensions, TensorFlow's order (height, width, in, out)
    std::vector<float> values;      ///< row-major
};

/// Reads all tensors in the manifest's order; the manifest may be a list of one group or a graph model that
/// holds such a list. Whole numbers become floats. FaceModelMissing when anything does not fit: an unknown
/// type, a shape that is too large, a scale that is no number, or data that are shorter or longer than the
/// manifest says.
[[nodiscard]] Result<std::vector<Tensor>> readWeights(std::string_view manifest,
                                                      std::span<const std::uint8_t> data);

} // namespace madoguchi
