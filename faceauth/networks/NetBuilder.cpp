// SPDX-License-Identifier: Apache-2.0
#include "faceauth/networks/NetBuilder.h"

#include "faceauth/networks/SeparableLayers.h"

#include <string>

namespace madoguchi {

namespace {

constexpr std::size_t kMostChannels = 2048;
constexpr std::size_t kMostKernelSide = 11;
constexpr int kMostStride = 4;

using Parameters = cv::dnn::LayerParams;

bool isKernel(const Tensor& kernel)
{
    return kernel.shape.size() == 4 && kernel.shape[0] <= kMostKernelSide &&
           kernel.shape[1] <= kMostKernelSide && kernel.shape[3] <= kMostChannels;
}

/// 0 for kernels that are not square.
std::size_t side(const Tensor& kernel)
{
    return kernel.shape[0] == kernel.shape[1] ? kernel.shape[0] : 0;
}

bool fits(const NetBuilder::Sliding& how)
{
    return how.stride >= 1 && how.stride <= kMostStride;
}

/// One value per channel.
bool isRow(const Tensor& tensor, std::size_t channels)
{
    return tensor.shape == std::vector{channels};
}

cv::Mat row(const Tensor& tensor)
{
    return cv::Mat(1, static_cast<int>(tensor.values.size()), CV_32F,
                   const_cast<float*>(tensor.values.data()))
        .clone();
}

Parameters sliding(const Tensor& kernel, NetBuilder::Sliding how, std::size_t out)
{
    Parameters parameters;
    parameters.set("kernel_h", static_cast<int>(kernel.shape[0]));
    parameters.set("kernel_w", static_cast<int>(kernel.shape[1]));
    parameters.set("stride_h", how.stride);
    parameters.set("stride_w", how.stride);
    parameters.set("pad_mode", how.same ? "SAME" : "VALID");
    parameters.set("num_output", static_cast<int>(out));
    parameters.set("bias_term", false);
    return parameters;
}

/// [height, width, in, out] becomes [out, in, height, width].
cv::Mat planar(const Tensor& kernel, std::size_t in, std::size_t out)
{
    const std::size_t cells = kernel.shape[0] * kernel.shape[1];
    const int shape[]{static_cast<int>(out), static_cast<int>(in), static_cast<int>(kernel.shape[0]),
                      static_cast<int>(kernel.shape[1])};
    cv::Mat blob(4, shape, CV_32F);
    auto* target = blob.ptr<float>();
    for (std::size_t o = 0; o < out; ++o)
        for (std::size_t i = 0; i < in; ++i)
            for (std::size_t cell = 0; cell < cells; ++cell)
                *target++ = kernel.values[(cell * in + i) * out + o];
    return blob;
}

} // namespace

NetBuilder::NetBuilder()
{
    registerSeparableLayers();
}

NetBuilder::Plane NetBuilder::add(const char* type, Parameters parameters, const Plane& from,
                                  std::size_t channels)
{
    const int layer = net_.addLayer("layer" + std::to_string(++count_), type, parameters);
    net_.connect(from.layer, 0, layer, 0);
    return {.layer = layer, .channels = channels};
}

std::optional<NetBuilder::Plane> NetBuilder::convolution(const Plane& from, const Tensor& kernel,
                                                         const Tensor* bias, Sliding how)
{
    if (!isKernel(kernel) || !fits(how) || kernel.shape[2] != from.channels ||
        (bias != nullptr && !isRow(*bias, kernel.shape[3])))
        return std::nullopt;
    const std::size_t out = kernel.shape[3];
    const bool mixing = side(kernel) == 1 && how.stride == 1;
    Parameters parameters = mixing ? Parameters{} : sliding(kernel, how, out);
    parameters.blobs.push_back(planar(kernel, from.channels, out));
    if (bias != nullptr) {
        parameters.set("bias_term", true);
        parameters.blobs.push_back(row(*bias));
    }
    return add(mixing ? kMixingLayer : "Convolution", parameters, from, out);
}

std::optional<NetBuilder::Plane> NetBuilder::depthwise(const Plane& from, const Tensor& kernel, Sliding how)
{
    if (!isKernel(kernel) || !fits(how) || kernel.shape[2] != from.channels || kernel.shape[3] != 1)
        return std::nullopt;
    const bool spatial = side(kernel) == 3 && how.stride <= 2 && how.same;
    Parameters parameters = sliding(kernel, how, from.channels);
    parameters.set("group", static_cast<int>(from.channels));
    parameters.set("stride", how.stride);
    // With one output per channel the channels take the outputs' place in the order of values.
    parameters.blobs.push_back(planar(kernel, 1, from.channels));
    return add(spatial ? kSpatialLayer : "Convolution", parameters, from, from.channels);
}

std::optional<NetBuilder::Plane> NetBuilder::dense(const Plane& from, const Tensor& weights,
                                                   const Tensor& bias)
{
    if (weights.shape.size() != 2 || weights.shape[0] != from.channels || weights.shape[1] > kMostChannels ||
        !isRow(bias, weights.shape[1]))
        return std::nullopt;
    const std::size_t out = weights.shape[1];
    const cv::Mat given(static_cast<int>(from.channels), static_cast<int>(out), CV_32F,
                        const_cast<float*>(weights.values.data()));
    Parameters parameters;
    parameters.set("num_output", static_cast<int>(out));
    parameters.set("bias_term", true);
    parameters.blobs.push_back(given.t());
    parameters.blobs.push_back(row(bias));
    return add("InnerProduct", parameters, from, out);
}

NetBuilder::Plane NetBuilder::relu(const Plane& from)
{
    return add("ReLU", {}, from, from.channels);
}

NetBuilder::Plane NetBuilder::sum(const Plane& a, const Plane& b)
{
    Parameters parameters;
    parameters.set("operation", "sum");
    const Plane result = add("Eltwise", parameters, a, a.channels);
    net_.connect(b.layer, 0, result.layer, 1);
    return result;
}

NetBuilder::Plane NetBuilder::globalMean(const Plane& from)
{
    Parameters parameters;
    parameters.set("pool", "AVE");
    parameters.set("global_pooling", true);
    return add("Flatten", {}, add("Pooling", parameters, from, from.channels), from.channels);
}

cv::dnn::Net NetBuilder::finished()
{
    net_.setPreferableBackend(cv::dnn::DNN_BACKEND_OPENCV);
    net_.setPreferableTarget(cv::dnn::DNN_TARGET_CPU);
    return net_;
}

} // namespace madoguchi
