// SPDX-License-Identifier: Apache-2.0
#include "drivers/sound/Tones.h"

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <numbers>

namespace madoguchi {
namespace {

constexpr double kLoudest = 0.35 * 32767;
constexpr double kFade = 0.012; ///< seconds: a tone that starts at once clicks

void add(std::vector<std::int16_t>& samples, double hertz, double seconds)
{
    const auto count = static_cast<std::size_t>(seconds * kToneRate);
    for (std::size_t i = 0; i < count; ++i) {
        const double at = static_cast<double>(i) / kToneRate;
        const double fade = std::min({1.0, at / kFade, (seconds - at) / kFade});
        const double wave = std::sin(2 * std::numbers::pi * hertz * at);
        samples.push_back(static_cast<std::int16_t>(std::lround(kLoudest * fade * wave)));
    }
}

} // namespace

std::vector<std::int16_t> samplesOf(Tone tone)
{
    constexpr double kHelp[]{659.26, 880.0};              // E5, A5
    constexpr double kCardLeft[]{987.77, 783.99, 659.26}; // B5, G5, E5
    std::vector<std::int16_t> samples;
    if (tone == Tone::Help)
        for (const double hertz : kHelp)
            add(samples, hertz, 0.22);
    else
        for (const double hertz : kCardLeft)
            add(samples, hertz, 0.18);
    samples.resize(samples.size() + kToneRate / 50, 0);
    return samples;
}

} // namespace madoguchi
