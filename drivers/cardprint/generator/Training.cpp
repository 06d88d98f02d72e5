// SPDX-License-Identifier: Apache-2.0
#include "drivers/cardprint/generator/Training.h"

#include <algorithm>
#include <cmath>
#include <random>

namespace madoguchi::cardface {

namespace {

using Hidden = std::array<float, kHidden>;
using Classes = std::array<float, kGlyphClasses>;

constexpr int kEpochs = 14;
constexpr float kMomentum = 0.9F, kDecay = 2e-5F;
constexpr std::size_t kBatch = 32;

Hidden hiddenOf(const Network& network, const GlyphPatch& patch)
{
    Hidden hidden = network.first.back();
    for (std::size_t i = 0; i < patch.size(); ++i)
        if (patch[i] != 0)
            for (std::size_t h = 0; h < hidden.size(); ++h)
                hidden[h] += patch[i] * network.first[i][h];
    for (auto& sum : hidden)
        sum = std::max(sum, 0.0F);
    return hidden;
}

Classes classesOf(const Network& network, const Hidden& hidden)
{
    Classes classes = network.second.back();
    for (std::size_t h = 0; h < hidden.size(); ++h)
        for (std::size_t c = 0; c < classes.size(); ++c)
            classes[c] += hidden[h] * network.second[h][c];
    const float most = *std::ranges::max_element(classes);
    float total = 0;
    for (auto& sum : classes)
        total += sum = std::exp(sum - most);
    for (auto& sum : classes)
        sum /= total;
    return classes;
}

Network randomNetwork(std::mt19937& random)
{
    Network network{std::vector<Hidden>(kPatchValues + 1, Hidden{}),
                    std::vector<Classes>(kHidden + 1, Classes{})};
    std::normal_distribution<float> first{0, 0.06F}, second{0, 0.15F};
    for (std::size_t i = 0; i < kPatchValues; ++i)
        std::ranges::generate(network.first[i], [&] { return first(random); });
    for (std::size_t h = 0; h < kHidden; ++h)
        std::ranges::generate(network.second[h], [&] { return second(random); });
    return network;
}

Network nothingLearnt()
{
    return {std::vector<Hidden>(kPatchValues + 1, Hidden{}), std::vector<Classes>(kHidden + 1, Classes{})};
}

/// Adds what one sample would change.
void learn(const Network& network, const GlyphSample& sample, Network& gradient)
{
    const auto hidden = hiddenOf(network, sample.patch);
    auto error = classesOf(network, hidden);
    error[sample.glyph] -= 1;
    Hidden back{};
    for (std::size_t h = 0; h < hidden.size(); ++h) {
        if (hidden[h] <= 0)
            continue;
        for (std::size_t c = 0; c < error.size(); ++c) {
            gradient.second[h][c] += hidden[h] * error[c];
            back[h] += network.second[h][c] * error[c];
        }
    }
    for (std::size_t c = 0; c < error.size(); ++c)
        gradient.second.back()[c] += error[c];
    for (std::size_t i = 0; i < sample.patch.size(); ++i)
        if (sample.patch[i] != 0)
            for (std::size_t h = 0; h < back.size(); ++h)
                gradient.first[i][h] += sample.patch[i] * back[h];
    for (std::size_t h = 0; h < back.size(); ++h)
        gradient.first.back()[h] += back[h];
}

template<typename Layer>
void step(Layer& weights, Layer& speed, Layer& gradient, float rate)
{
    for (std::size_t row = 0; row < weights.size(); ++row)
        for (std::size_t at = 0; at < weights[row].size(); ++at) {
            speed[row][at] =
                kMomentum * speed[row][at] -
                rate * (gradient[row][at] / static_cast<float>(kBatch) + kDecay * weights[row][at]);
            weights[row][at] += speed[row][at];
            gradient[row][at] = 0;
        }
}

} // namespace

Network train(std::span<const GlyphSample> samples)
{
    std::mt19937 random{1};
    auto network = randomNetwork(random);
    auto speed = nothingLearnt(), gradient = nothingLearnt();
    float rate = 0.02F;
    for (int epoch = 0; epoch < kEpochs; ++epoch, rate *= 0.78F) {
        for (std::size_t at = 0; at + kBatch <= samples.size(); at += kBatch) {
            for (const auto& sample : samples.subspan(at, kBatch))
                learn(network, sample, gradient);
            step(network.first, speed.first, gradient.first, rate);
            step(network.second, speed.second, gradient.second, rate);
        }
    }
    return network;
}

double accuracy(const Network& network, std::span<const GlyphSample> samples)
{
    const auto right = std::ranges::count_if(samples, [&](const GlyphSample& sample) {
        const auto classes = classesOf(network, hiddenOf(network, sample.patch));
        return std::ranges::max_element(classes) - classes.begin() ==
               static_cast<std::ptrdiff_t>(sample.glyph);
    });
    return static_cast<double>(right) / static_cast<double>(samples.size());
}

} // namespace madoguchi::cardface
