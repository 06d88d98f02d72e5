// SPDX-License-Identifier: Apache-2.0
#include "drivers/sim/people/Sensor.h"

#include "drivers/sim/people/Noise.h"

#include <array>
#include <vector>

namespace madoguchi {

namespace {

/// Nearly normal noise of deviation 1: the sum of four uniform bytes.
float grain(std::uint32_t seed)
{
    const std::uint32_t h = hashed(seed);
    const auto sum = static_cast<float>((h & 255U) + ((h >> 8) & 255U) + ((h >> 16) & 255U) + (h >> 24));
    return (sum - 510.0F) / 147.8F;
}

/// Weights of a blur of `sigma`, centre first.
std::array<float, 5> kernel(float sigma)
{
    std::array<float, 5> weight{1, 0, 0, 0, 0};
    float sum = 1;
    for (std::size_t i = 1; i < weight.size() && sigma > 0.05F; ++i) {
        const auto x = static_cast<float>(i);
        weight[i] = std::exp(-x * x / (2 * sigma * sigma));
        sum += 2 * weight[i];
    }
    for (float& w : weight) {
        w /= sum;
    }
    return weight;
}

/// One blur along a line of the picture; `step` is 1 along rows, the width along columns.
void blurLine(std::span<const Vec3> in, std::span<Vec3> out, std::size_t first, std::size_t step, int count,
              const std::array<float, 5>& weight)
{
    const auto sample = [&](int i) {
        return in[first + step * static_cast<std::size_t>(std::clamp(i, 0, count - 1))];
    };
    for (int i = 0; i < count; ++i) {
        Vec3 sum = sample(i) * weight[0];
        for (int k = 1; k < static_cast<int>(weight.size()); ++k) {
            sum = sum + (sample(i - k) + sample(i + k)) * weight[static_cast<std::size_t>(k)];
        }
        out[first + step * static_cast<std::size_t>(i)] = sum;
    }
}

std::vector<Vec3> softened(std::span<const Vec3> light, int width, int height, float sigma)
{
    const auto weight = kernel(sigma);
    std::vector<Vec3> across(light.size()), down(light.size());
    for (int y = 0; y < height; ++y) {
        blurLine(light, across, static_cast<std::size_t>(y) * static_cast<std::size_t>(width), 1, width,
                 weight);
    }
    for (int x = 0; x < width; ++x) {
        blurLine(across, down, static_cast<std::size_t>(x), static_cast<std::size_t>(width), height, weight);
    }
    return down;
}

std::uint8_t digit(float light, float noiseLevel, std::uint32_t seed)
{
    const float display = 255.0F * std::pow(std::clamp(light, 0.0F, 1.0F), 1.0F / 2.2F);
    return static_cast<std::uint8_t>(std::clamp(display + noiseLevel * grain(seed) + 0.5F, 0.0F, 255.0F));
}

} // namespace

Image expose(std::span<const Vec3> light, int width, int height, const struct Sensor& sensor)
{
    const std::vector<Vec3> soft = softened(light, width, height, sensor.blur);
    Image image{
        .width = width, .height = height, .stride = 3 * width, .format = PixelFormat::Bgr8, .pixels = {}};
    image.pixels.reserve(3 * soft.size());
    const Vec3 gain = sensor.cast * sensor.exposure;
    std::uint32_t seed = sensor.seed * 0x9e3779b9U;
    for (const Vec3& value : soft) {
        for (const float channel : {value.z * gain.z, value.y * gain.y, value.x * gain.x}) {
            image.pixels.push_back(digit(channel, sensor.noise, ++seed));
        }
    }
    return image;
}

} // namespace madoguchi
