// SPDX-License-Identifier: Apache-2.0
// Puts a network of OpenCV together layer by layer from TensorFlow's tensors, so that no converted file is
// needed. TensorFlow keeps pictures as rows of pixels, OpenCV as planes; what that means for the weights is
// settled here. Tensors come from outside: whatever does not fit is refused.
#pragma once

#include "faceauth/networks/Weights.h"
#include "foundation/base/Result.h"

#include <opencv2/dnn.hpp>

#include <optional>

namespace madoguchi {

class NetBuilder {
public:
    /// A layer's output.
    struct Plane {
        int layer{0};
        std::size_t channels{0};
    };
    struct Sliding {
        int stride{1};
        bool same{true}; ///< padded as TensorFlow's SAME; otherwise not at all
    };

    NetBuilder();

    /// The network's input, of three planes.
    [[nodiscard]] static Plane input() { return {.layer = 0, .channels = 3}; }

    // Nothing when the tensors' shapes do not fit. `kernel`: height, width, in, out; depthwise: height,
    // width, channels, 1.
    std::optional<Plane> convolution(const Plane& from, const Tensor& kernel, const Tensor* bias,
                                     Sliding how);
    std::optional<Plane> depthwise(const Plane& from, const Tensor& kernel, Sliding how);
    std::optional<Plane> dense(const Plane& from, const Tensor& weights, const Tensor& bias);

    Plane relu(const Plane& from);
    Plane sum(const Plane& a, const Plane& b);
    Plane globalMean(const Plane& from);

    /// The network whose last layer was added last.
    [[nodiscard]] cv::dnn::Net finished();

private:
    Plane add(const char* type, cv::dnn::LayerParams parameters, const Plane& from, std::size_t channels);

    cv::dnn::Net net_;
    int count_{0};
};

} // namespace madoguchi
