// SPDX-License-Identifier: Apache-2.0
#include "drivers/camera/CameraWatch.h"

#include "foundation/picture/LumaGrid.h"

#include <cstring>

namespace madoguchi {

namespace {

constexpr double kBlack = 10;
constexpr double kWhite = 245;
constexpr double kMostWhite = 0.9; ///< share of the picture
constexpr double kFlat = 2;        ///< deviation of a picture without anything in it

/// A sensor's noise changes some pixel in every frame, so equal sums mean the same frame again. Not for
/// enemies.
std::uint64_t hashOf(const Image& image)
{
    constexpr std::uint64_t kPrime = 0x9E3779B97F4A7C15;
    std::uint64_t hash = image.pixels.size();
    std::size_t at = 0;
    for (; at + sizeof(std::uint64_t) <= image.pixels.size(); at += sizeof(std::uint64_t)) {
        std::uint64_t word = 0;
        std::memcpy(&word, image.pixels.data() + at, sizeof word);
        hash = (hash ^ word) * kPrime;
        hash ^= hash >> 32;
    }
    for (; at < image.pixels.size(); ++at)
        hash = (hash ^ image.pixels[at]) * kPrime;
    return hash;
}

/// Dark alone is a matter of light, and the person is told so; dark and flat is a covered lens.
bool showsNothing(const Image& image)
{
    const LumaGrid grid{image, wholeOf(image)};
    return (grid.mean() < kBlack && grid.deviation() < kFlat) || grid.shareAbove(kWhite) > kMostWhite;
}

/// Keeps `since` at the beginning of an unbroken stretch of `holds`; whether it has lasted long enough.
bool lasts(bool holds, std::chrono::milliseconds now, std::optional<std::chrono::milliseconds>& since)
{
    if (!holds) {
        since.reset();
        return false;
    }
    if (!since)
        since = now;
    return now - *since >= CameraWatch::kPatience;
}

} // namespace

std::optional<Fault> CameraWatch::observe(const Frame& frame)
{
    const std::uint64_t hash = hashOf(frame.image);
    const bool same = lastHash_ == hash;
    lastHash_ = hash;
    const bool frozen = lasts(same, frame.captured, sameSince_);
    const bool blind = lasts(showsNothing(frame.image), frame.captured, blindSince_);
    if (frozen)
        return Fault{.code = FaultCode::CameraBlind, .where = "faceauth/cameraFrozen"};
    if (blind)
        return Fault{.code = FaultCode::CameraBlind, .where = "faceauth/cameraCovered"};
    return std::nullopt;
}

} // namespace madoguchi
