// SPDX-License-Identifier: Apache-2.0
// A graph model of TensorFlow.js (model.json and its weights) becomes a network of OpenCV. Understands what
// the face network is made of and refuses the rest. Both files come from outside.
#pragma once

#include "foundation/base/Result.h"

#include <opencv2/dnn.hpp>

#include <cstdint>
#include <span>
#include <string_view>

namespace madoguchi {

/// The part of the graph that leads to `output`. FaceModelMissing when text or weights are malformed, when a
/// node does something unknown, in an unknown way or with shapes that do not fit, or when nodes go round in
/// circles.
[[nodiscard]] Result<cv::dnn::Net>
readGraphModel(std::string_view model, std::span<const std::uint8_t> weights, std::string_view output);

} // namespace madoguchi
