// SPDX-License-Identifier: Apache-2.0
// Our two layers must say what OpenCV's general convolution says.
#include "faceauth/networks/SeparableLayers.h"

#include <catch2/catch.hpp>

namespace madoguchi {

namespace {

using cv::dnn::LayerParams;

cv::Mat noise(const std::vector<int>& shape, int seed)
{
    cv::Mat values(shape, CV_32F);
    cv::RNG random{static_cast<std::uint64_t>(seed)};
    random.fill(values, cv::RNG::UNIFORM, -1, 1);
    return values;
}

/// One layer, then a scale with a shift and a ceiling for each value, which both kinds take upon themselves.
cv::dnn::Net netOf(const std::string& type, const LayerParams& parameters, int channels)
{
    registerSeparableLayers();
    cv::dnn::Net net;
    LayerParams given{parameters};
    net.addLayerToPrev("convolution", type, given);
    LayerParams scale;
    scale.set("axis", 1);
    scale.set("bias_term", true);
    scale.blobs = {noise({1, channels}, 7), noise({1, channels}, 8)};
    net.addLayerToPrev("scale", "Scale", scale);
    LayerParams ceiling;
    ceiling.set("min_value", 0.0F);
    ceiling.set("max_value", 0.5F);
    net.addLayerToPrev("ceiling", "ReLU6", ceiling);
    net.setPreferableBackend(cv::dnn::DNN_BACKEND_OPENCV);
    return net;
}

cv::Mat answer(cv::dnn::Net& net, const cv::Mat& planes)
{
    net.setInput(planes);
    return net.forward().clone();
}

LayerParams spatial(int channels, int stride)
{
    LayerParams parameters;
    parameters.set("kernel_h", 3);
    parameters.set("kernel_w", 3);
    parameters.set("stride_h", stride);
    parameters.set("stride_w", stride);
    parameters.set("stride", stride);
    parameters.set("pad_mode", "SAME");
    parameters.set("num_output", channels);
    parameters.set("group", channels);
    parameters.set("bias_term", false);
    parameters.blobs = {noise({channels, 1, 3, 3}, 1)};
    return parameters;
}

LayerParams mixing(int in, int out, bool bias)
{
    LayerParams parameters;
    parameters.set("kernel_h", 1);
    parameters.set("kernel_w", 1);
    parameters.set("num_output", out);
    parameters.set("bias_term", bias);
    parameters.blobs = {noise({out, in, 1, 1}, 2)};
    if (bias)
        parameters.blobs.push_back(noise({1, out}, 3));
    return parameters;
}

void requireSame(const cv::Mat& ours, const cv::Mat& theirs)
{
    REQUIRE(ours.size == theirs.size);
    REQUIRE(cv::norm(theirs, cv::NORM_INF) > 0.1);
    CHECK(cv::norm(ours, theirs, cv::NORM_INF) < 1e-5);
}

} // namespace

TEST_CASE("each channel is filtered by its own kernel, whatever the plane's sides", "[faceauth]")
{
    const int stride = GENERATE(1, 2);
    const int height = GENERATE(2, 7, 14, 33); // OpenCV 4.6 itself errs on wide planes of a single row
    const int width = GENERATE(1, 6, 7, 28);
    constexpr int kChannels = 5;
    CAPTURE(stride, height, width);

    auto ours = netOf(kSpatialLayer, spatial(kChannels, stride), kChannels);
    auto theirs = netOf("Convolution", spatial(kChannels, stride), kChannels);
    const cv::Mat planes = noise({2, kChannels, height, width}, 4);
    requireSame(answer(ours, planes), answer(theirs, planes));
}

TEST_CASE("channels are mixed pixel by pixel", "[faceauth]")
{
    const bool bias = GENERATE(false, true);
    const int side = GENERATE(1, 7, 90);
    constexpr int kIn = 6;
    constexpr int kOut = 32;
    CAPTURE(bias, side);

    auto ours = netOf(kMixingLayer, mixing(kIn, kOut, bias), kOut);
    auto theirs = netOf("Convolution", mixing(kIn, kOut, bias), kOut);
    const cv::Mat planes = noise({2, kIn, side, side}, 5);
    requireSame(answer(ours, planes), answer(theirs, planes));
}

TEST_CASE("planes of another size start from the layers' own weights again", "[faceauth]")
{
    constexpr int kChannels = 3;
    auto ours = netOf(kSpatialLayer, spatial(kChannels, 1), kChannels);
    auto theirs = netOf("Convolution", spatial(kChannels, 1), kChannels);
    (void)answer(ours, noise({1, kChannels, 9, 9}, 6));
    const cv::Mat planes = noise({1, kChannels, 12, 5}, 6);
    requireSame(answer(ours, planes), answer(theirs, planes));
}

} // namespace madoguchi
