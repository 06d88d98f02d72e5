// SPDX-License-Identifier: Apache-2.0
// Network weights as the face-api package publishes them: a JSON manifest that names the tensors, and one
// file with their values back to back, each either 32-bit floats or bytes with a scale. Both files come from
// outside.
#pragma once

#include "core/Result.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace madoguchi {

struct Tensor {
    std::string name;
    std::vector<std::size_t> shape; ///< 1 to 4 dimensions, TensorFlow's order (height, width, in, out)
    std::vector<float> values;      ///< row-major
};

/// Reads all tensors in the manifest's order. FaceModelMissing when anything does not fit: an unknown type, a
/// shape that is too large, a scale that is no number, or data that are shorter or longer than the manifest
/// says.
[[nodiscard]] Result<std::vector<Tensor>> readWeights(std::string_view manifest,
                                                      std::span<const std::uint8_t> data);

} // namespace madoguchi
