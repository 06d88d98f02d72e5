// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "drivers/sound/Tones.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <numbers>

namespace madoguchi {
namespace {

/// How strongly one frequency is in a stretch of samples.
double strength(const std::vector<std::int16_t>& samples, double from, double to, double hertz)
{
    double in = 0, out = 0;
    for (auto i = static_cast<std::size_t>(from * kToneRate); i < static_cast<std::size_t>(to * kToneRate);
         ++i) {
        const double phase = 2 * std::numbers::pi * hertz * static_cast<double>(i) / kToneRate;
        in += samples[i] * std::cos(phase);
        out += samples[i] * std::sin(phase);
    }
    return std::hypot(in, out) / ((to - from) * kToneRate);
}

TEST_CASE("aCallRisesAndACardLeftBehindFalls")
{
    const auto help = samplesOf(Tone::Help);
    const auto card = samplesOf(Tone::CardLeft);

    CHECK(strength(help, 0.02, 0.20, 659.26) > 10 * strength(help, 0.02, 0.20, 880));
    CHECK(strength(help, 0.24, 0.42, 880) > 10 * strength(help, 0.24, 0.42, 659.26));
    CHECK(strength(card, 0.02, 0.16, 987.77) > 10 * strength(card, 0.02, 0.16, 659.26));
    CHECK(strength(card, 0.38, 0.52, 659.26) > 10 * strength(card, 0.38, 0.52, 987.77));
}

TEST_CASE("aSoundIsShortAndDoesNotClick")
{
    for (const auto tone : {Tone::Help, Tone::CardLeft}) {
        const auto samples = samplesOf(tone);
        CHECK(samples.size() < kToneRate);
        CHECK(samples.front() == 0);
        CHECK(samples.back() == 0);
        int steepest = 0;
        for (std::size_t i = 1; i < samples.size(); ++i)
            steepest = std::max(steepest, std::abs(samples[i] - samples[i - 1]));
        CHECK(steepest < 2000); // the steepest slope of the highest tone is about 1 480
    }
}

} // namespace
} // namespace madoguchi
